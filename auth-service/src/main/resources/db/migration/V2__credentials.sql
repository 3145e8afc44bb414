alter table accounts add column password_changed_at timestamptz;
update accounts set password_changed_at = created_at;
alter table accounts alter column password_changed_at set not null;

create table address_requests (
  id         uuid primary key,
  kind       text        not null,
  wish       text        not null,
  created_at timestamptz not null,
  not_before timestamptz not null,
  attempts   integer     not null,
  version    bigint      not null
);
create index address_requests_due_idx on address_requests (not_before, id);
comment on table address_requests is
  'asked for about an e-mail address and done after the answer, which so takes the same time whether there is an account or not';
comment on column address_requests.wish is 'encrypted';

create table credential_tokens (
  token_hash text primary key,
  account_id uuid        not null references accounts (id) on delete cascade,
  purpose    text        not null,
  new_email  text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at    timestamptz,
  version    bigint      not null
);
create index credential_tokens_account_idx on credential_tokens (account_id, created_at);
create index credential_tokens_expiry_idx on credential_tokens (expires_at);
comment on column credential_tokens.purpose is 'PASSWORD_RESET or EMAIL_CHANGE';
comment on column credential_tokens.new_email is 'encrypted';

create table known_devices (
  account_id  uuid        not null references accounts (id) on delete cascade,
  device_hash text        not null,
  last_seen   timestamptz not null,
  primary key (account_id, device_hash)
);
create index known_devices_device_idx on known_devices (device_hash);
create index known_devices_seen_idx on known_devices (last_seen);
comment on table known_devices is 'browsers that somebody signed in on; failures of strangers do not hold them up';
