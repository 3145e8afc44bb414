-- One-time authorization requests: the state is stored as a hash, the PKCE verifier encrypted.
create table authorization_requests (
  state_hash   text primary key,
  user_id      uuid        not null,
  session_id   uuid        not null,
  provider     text        not null,
  capabilities text        not null,
  verifier     text        not null,
  expires_at   timestamptz not null
);
create index authorization_requests_expiry on authorization_requests (expires_at);

create table integrations (
  id             uuid primary key,
  user_id        uuid        not null,
  provider       text        not null,
  account        text        not null,
  account_index  text        not null,
  requested      text        not null,
  granted        text        not null,
  status         text        not null check (status in ('CONNECTED', 'RECONNECT_NEEDED')),
  last_synced_at timestamptz,
  last_error     text,
  created_at     timestamptz not null,
  unique (user_id, provider, account_index)
);

-- The version is the truth about who refreshed: a refresh stores its result only for the version that it started from.
create table tokens (
  integration_id      uuid primary key references integrations on delete cascade,
  access_token        text        not null,
  refresh_token       text,
  expires_at          timestamptz not null,
  version             bigint      not null,
  refresh_lease_until timestamptz
);

-- Grants to hand back at the provider. They outlive their integration.
create table revocations (
  id            uuid primary key,
  user_id       uuid        not null,
  provider      text        not null,
  account_index text        not null,
  token         text        not null,
  attempts      int         not null default 0,
  due_at        timestamptz not null
);
create index revocations_due on revocations (due_at);
