-- Projection of user-service's verified phone numbers.
create table verified_phones (
  phone_number_id uuid primary key,
  user_id         uuid        not null,
  number_index    text        not null,
  number          text        not null,
  is_primary      boolean     not null,
  verified_at     timestamptz not null
);
create index verified_phones_number on verified_phones (number_index);
create index verified_phones_user on verified_phones (user_id);

-- The sender number that a user knows us by.
create table sender_assignments (
  user_id     uuid primary key,
  sender      text        not null,
  assigned_at timestamptz not null
);

create table inbound_messages (
  id           uuid primary key,
  message_sid  text        not null unique,
  user_id      uuid,
  sender_index text        not null,
  sender       text        not null,
  recipient    text        not null,
  body         text        not null,
  segments     int         not null,
  received_at  timestamptz not null
);
create index inbound_messages_user on inbound_messages (user_id, id desc);

-- One row per stranger that was helped, so that none is helped twice a day.
create table help_replies (
  sender_index text primary key,
  replied_at   timestamptz not null
);

create table outbound_messages (
  id              uuid primary key,
  position        bigint generated always as identity,
  request_id      uuid        not null unique,
  user_id         uuid,
  purpose         text        not null,
  recipient       text,
  sender          text,
  body            text        not null,
  segments        int         not null,
  status          text        not null,
  message_sid     text unique,
  error_code      int,
  usage_booked    boolean     not null default false,
  attempts        int         not null default 0,
  first_attempt_at timestamptz,
  next_attempt_at timestamptz not null,
  lease_until     timestamptz,
  created_at      timestamptz not null
);
create index outbound_messages_due on outbound_messages (next_attempt_at)
  where status in ('PENDING', 'CALLING');
create index outbound_messages_order on outbound_messages (user_id, position)
  where status in ('PENDING', 'CALLING');
create index outbound_messages_user on outbound_messages (user_id, id desc);

-- A user's own log, both directions. Security codes and help to strangers are no part of it.
create view message_log as
  select id, user_id, 'INBOUND' as direction, 'RECEIVED' as status, sender, recipient, body,
         segments, received_at as at
  from inbound_messages
  where user_id is not null
  union all
  select id, user_id, 'OUTBOUND', status, sender, recipient, body, segments, created_at
  from outbound_messages
  where user_id is not null and purpose <> 'SECURITY_CODE';
