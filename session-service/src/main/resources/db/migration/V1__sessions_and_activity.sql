create table sessions (
  id           uuid primary key,
  user_id      uuid        not null,
  device_name  text,
  user_agent   text,
  address      text        not null,
  started_at   timestamptz not null,
  ended_at     timestamptz,
  end_reason   text
);
create index sessions_live_idx on sessions (user_id, id desc) where ended_at is null;
comment on table sessions is 'projection of session-started and session-ended';

create table pending_revocations (
  session_id uuid primary key,
  user_id    uuid        not null,
  revoked_at timestamptz not null
);
comment on table pending_revocations is 'revoked here, and perhaps still in Redis';

create table security_events (
  id         uuid primary key,
  user_id    uuid        not null,
  type       text        not null,
  session_id uuid,
  address    text,
  reason     text,
  at         timestamptz not null
);
create index security_events_user_idx on security_events (user_id, id desc);
