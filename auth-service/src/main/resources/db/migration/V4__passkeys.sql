create table passkeys (
  id              uuid primary key,
  account_id      uuid        not null references accounts (id) on delete cascade,
  credential_id   text        not null unique,
  credential_data bytea       not null,
  name            text        not null,
  sign_count      bigint      not null,
  uv_initialized  boolean     not null,
  backup_eligible boolean     not null,
  backed_up       boolean     not null,
  transports      text        not null,
  created_at      timestamptz not null,
  last_used_at    timestamptz
);
create index passkeys_account_idx on passkeys (account_id, created_at);
comment on column passkeys.credential_id is 'base64url';
comment on column passkeys.credential_data is 'attested credential data (WebAuthn 6.5.1): the public key';

create table passkey_challenges (
  id         uuid primary key,
  hash       text        not null unique,
  purpose    text        not null check (purpose in ('REGISTER', 'LOGIN', 'CONFIRM')),
  account_id uuid references accounts (id) on delete cascade,
  expires_at timestamptz not null
);
create index passkey_challenges_expiry_idx on passkey_challenges (expires_at);
comment on table passkey_challenges is 'what an authenticator shall sign; each is taken once';
