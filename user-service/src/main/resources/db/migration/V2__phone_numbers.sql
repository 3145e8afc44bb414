create table phone_numbers (
  id              uuid primary key,
  user_id         uuid        not null,
  number          text        not null,
  number_index    text        not null,
  verified_at     timestamptz,
  is_primary      boolean     not null,
  code_hash       text,
  code_expires_at timestamptz,
  code_attempts   int         not null,
  created_at      timestamptz not null,
  unique (user_id, number_index),
  check (verified_at is not null or not is_primary)
);

-- A verified number has one owner, a user one primary number.
create unique index phone_numbers_owner on phone_numbers (number_index) where verified_at is not null;
create unique index phone_numbers_primary on phone_numbers (user_id) where is_primary;

-- What was sent, also for numbers that are removed meanwhile: the limits count it.
create table code_sends (
  id           uuid primary key,
  user_id      uuid        not null,
  number_index text        not null,
  sent_at      timestamptz not null
);
create index code_sends_user on code_sends (user_id, sent_at);
create index code_sends_number on code_sends (number_index, sent_at);
