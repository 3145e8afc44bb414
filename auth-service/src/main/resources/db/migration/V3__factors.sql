create table totp_factors (
  account_id   uuid primary key references accounts (id) on delete cascade,
  secret       text        not null,
  created_at   timestamptz not null,
  confirmed_at timestamptz,
  last_step    bigint      not null
);
comment on column totp_factors.secret is 'encrypted';
comment on column totp_factors.last_step is 'the 30 s step of the last accepted code: a code works once';

create table verified_phones (
  id          uuid primary key,
  account_id  uuid    not null,
  number      text    not null,
  is_primary  boolean not null
);
create index verified_phones_account_idx on verified_phones (account_id);
comment on table verified_phones is 'projection of phone-verified and phone-removed; may come before the account is known here';
comment on column verified_phones.number is 'encrypted';

create table sms_factors (
  account_id uuid primary key references accounts (id) on delete cascade,
  created_at timestamptz not null
);

create table backup_codes (
  id         uuid primary key,
  account_id uuid        not null references accounts (id) on delete cascade,
  prefix     text        not null,
  hash       text        not null,
  created_at timestamptz not null,
  used_at    timestamptz
);
create index backup_codes_account_idx on backup_codes (account_id, prefix);
comment on column backup_codes.prefix is 'the first characters, to find the one hash to compare with';
comment on column backup_codes.hash is 'Argon2id of the whole code';

create table challenges (
  id               uuid primary key,
  account_id       uuid        not null references accounts (id) on delete cascade,
  password_changed timestamptz not null,
  device_hash      text,
  device_name      text,
  delivery         text        not null,
  created_at       timestamptz not null,
  expires_at       timestamptz not null,
  attempts         integer     not null,
  ended_at         timestamptz,
  sms_code         text,
  sms_expires_at   timestamptz,
  sms_sent_at      timestamptz,
  sms_sends        integer     not null
);
create index challenges_account_idx on challenges (account_id, created_at);
create index challenges_expiry_idx on challenges (expires_at);
comment on table challenges is 'log-ins that wait for a second factor';
comment on column challenges.sms_code is 'keyed hash, bound to the challenge';

create table trusted_devices (
  id          uuid primary key,
  account_id  uuid        not null references accounts (id) on delete cascade,
  device_hash text        not null,
  name        text,
  user_agent  text,
  created_at  timestamptz not null,
  expires_at  timestamptz not null,
  unique (account_id, device_hash)
);
create index trusted_devices_expiry_idx on trusted_devices (expires_at);
