-- Time set aside for one thing. The server's clock decides when it ends.
create table focus_sessions (
  id              uuid primary key,
  user_id         uuid not null,
  task_id         uuid,
  mode            text not null,
  planned_minutes int not null,
  check_in_by     text not null,
  status          text not null,
  started_at      timestamptz not null,
  ends_at         timestamptz,
  paused_at       timestamptz,
  paused_seconds  bigint not null,
  ended_at        timestamptz,
  actual_minutes  int,
  version         bigint not null
);
create unique index focus_sessions_running on focus_sessions (user_id)
  where status in ('RUNNING', 'PAUSED');
create index focus_sessions_of_user on focus_sessions (user_id, id desc);

-- What was asked, or said unasked, during a session.
create table focus_check_ins (
  id         uuid primary key,
  session_id uuid not null references focus_sessions on delete cascade,
  user_id    uuid not null,
  moment     text not null,
  note       text,
  at         timestamptz not null
);
create unique index focus_check_ins_asked on focus_check_ins (session_id, moment)
  where moment <> 'ANSWER';

-- Thoughts parked for afterwards.
create table focus_distractions (
  id         uuid primary key,
  session_id uuid not null references focus_sessions on delete cascade,
  user_id    uuid not null,
  text       text not null,
  at         timestamptz not null
);
create index focus_distractions_of_session on focus_distractions (session_id, id);
