create table devices (
  user_id       uuid        not null,
  device_id     text        not null,
  name          text,
  trusted       boolean,
  first_seen_at timestamptz not null,
  last_seen_at  timestamptz not null,
  primary key (user_id, device_id)
);
comment on table devices is 'what a user has signed in on; trusted is null until the user says so or not';

alter table sessions
  add column device_id text,
  add column name      text,
  add column trusted   boolean,
  add column amr       text not null default '';
create index sessions_device_idx on sessions (user_id, device_id);

alter table security_events
  add column device text,
  add column detail text;

create table user_languages (
  user_id  uuid primary key,
  language text not null
);
comment on table user_languages is 'projection of registered and preferences-updated';

create table threat_signals (
  id         uuid primary key,
  kind       text        not null,
  user_id    uuid,
  session_id uuid,
  address    text        not null,
  network    text        not null,
  account    text,
  at         timestamptz not null
);
create index threat_signals_address_idx on threat_signals (kind, address, at);
create index threat_signals_network_idx on threat_signals (kind, network, at);
create index threat_signals_user_idx on threat_signals (kind, user_id, at);
create index threat_signals_account_idx on threat_signals (kind, account, at);
create index threat_signals_at_idx on threat_signals (at);
comment on table threat_signals is 'what the rules count; kept for some days';

create table threats (
  id           uuid primary key,
  user_id      uuid,
  rule         text        not null,
  severity     text        not null,
  status       text        not null,
  address      text,
  fingerprint  text        not null unique,
  evidence     text        not null,
  actions      text        not null,
  at           timestamptz not null,
  last_at      timestamptz not null,
  dismissed_at timestamptz,
  dismissed_by uuid
);
create index threats_user_idx on threats (user_id, id desc);
create index threats_rule_idx on threats (rule, id desc);
create index threats_severity_idx on threats (severity, id desc);
create index threats_status_idx on threats (status, id desc);
create index threats_address_idx on threats (address);
comment on column threats.fingerprint is 'rule, subject and cause: one finding of each, open or dismissed';

create table pending_effects (
  id         uuid primary key,
  kind       text        not null,
  subject    text        not null,
  value      text        not null,
  expires_at timestamptz
);
comment on table pending_effects is 'decided here, and perhaps not in Redis yet';
