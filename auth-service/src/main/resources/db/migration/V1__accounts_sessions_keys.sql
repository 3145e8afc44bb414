create table accounts (
  id                uuid primary key,
  email             text        not null,
  email_index       text        not null,
  password_hash     text        not null,
  display_name      text        not null,
  locale            text        not null,
  time_zone         text        not null,
  created_at        timestamptz not null,
  email_verified_at timestamptz,
  notice_sent_at    timestamptz,
  version           bigint      not null,
  constraint accounts_email_index_key unique (email_index)
);
comment on column accounts.email is 'encrypted';
comment on column accounts.email_index is 'keyed hash of the normalised address';

create table email_verifications (
  token_hash    text primary key,
  account_id    uuid        not null references accounts (id) on delete cascade,
  password_hash text        not null,
  created_at    timestamptz not null,
  expires_at    timestamptz not null,
  used_at       timestamptz,
  version       bigint      not null
);
create index email_verifications_account_idx on email_verifications (account_id, created_at);
create index email_verifications_expiry_idx on email_verifications (expires_at);
comment on column email_verifications.password_hash is
  'the password of the registration that asked for this mail; it becomes the account''s when the mail is confirmed';

create table refresh_families (
  id           uuid primary key,
  account_id   uuid        not null references accounts (id) on delete cascade,
  device_name  text,
  user_agent   text,
  address      text        not null,
  amr          text        not null,
  auth_time    timestamptz not null,
  started_at   timestamptz not null,
  last_used_at timestamptz not null,
  expires_at   timestamptz not null,
  generation   integer     not null,
  ended_at     timestamptz,
  end_reason   text,
  mirrored     boolean     not null,
  version      bigint      not null
);
create index refresh_families_account_idx on refresh_families (account_id);
create index refresh_families_expiry_idx on refresh_families (expires_at) where ended_at is null;
create index refresh_families_ended_idx on refresh_families (ended_at) where ended_at is not null;
create index refresh_families_unmirrored_idx on refresh_families (id) where not mirrored;
comment on table refresh_families is 'one per session (id = sid): the durable truth behind session:{sid} in Redis';
comment on column refresh_families.mirrored is 'false while Redis does not say the same as this row';

create table refresh_tokens (
  hash       text primary key,
  family_id  uuid        not null references refresh_families (id) on delete cascade,
  generation integer     not null,
  issued_at  timestamptz not null,
  expires_at timestamptz not null,
  spent_at   timestamptz,
  successor  text,
  version    bigint      not null,
  unique (family_id, generation)
);
create index refresh_tokens_expiry_idx on refresh_tokens (expires_at);
create index refresh_tokens_successor_idx on refresh_tokens (spent_at) where successor is not null;
comment on column refresh_tokens.successor is 'encrypted, kept for the grace period only';

create table signing_keys (
  kid         text primary key,
  private_key text        not null,
  public_key  text        not null,
  active_from timestamptz not null,
  version     bigint      not null
);
comment on column signing_keys.private_key is 'PKCS #8, encrypted';

-- Whoever rotates keys locks this row first.
create table signing_key_rotation (
  id integer primary key check (id = 1)
);
insert into signing_key_rotation (id) values (1);
