-- What this service knows of a user, from user-events.
create table people (
  user_id   uuid primary key,
  locale    text not null,
  time_zone text not null
);

create table conversations (
  id         uuid primary key,
  user_id    uuid not null,
  channel    text not null,
  title      text,
  version    bigint not null default 0,
  created_at timestamptz not null,
  active_at  timestamptz not null
);
create index conversations_of_user on conversations (user_id, active_at desc, id desc);
-- Text messages are one continuous conversation.
create unique index conversations_by_sms on conversations (user_id) where channel = 'SMS';

-- Rows with a parent, so that branches are free; position is the order of arrival.
create table messages (
  id              uuid primary key,
  position        bigint generated always as identity,
  conversation_id uuid not null references conversations on delete cascade,
  user_id         uuid not null,
  parent_id       uuid,
  role            text not null,
  content         text not null,
  status          text not null,
  model           text,
  input_tokens    bigint not null default 0,
  output_tokens   bigint not null default 0,
  cost_micros     bigint not null default 0,
  currency        text,
  created_at      timestamptz not null,
  finished_at     timestamptz
);
create index messages_of_conversation on messages (conversation_id, position);
create index messages_answering on messages (parent_id);

-- Written before a tool runs and again, with its effect, when it has run.
create table tool_calls (
  id          uuid primary key,
  message_id  uuid not null references messages on delete cascade,
  round       int not null,
  ordinal     int not null,
  call_id     text not null,
  name        text not null,
  arguments   text not null,
  status      text not null,
  result      text,
  created_at  timestamptz not null,
  finished_at timestamptz,
  unique (message_id, round, ordinal)
);

-- An accepted message that is not answered yet. A replica answers it under a lease; when the lease
-- runs out another one goes on. Gone when the answer is committed.
create table turns (
  position             bigint generated always as identity primary key,
  assistant_message_id uuid not null unique references messages on delete cascade,
  user_message_id      uuid not null unique references messages on delete cascade,
  conversation_id      uuid not null references conversations on delete cascade,
  user_id              uuid not null,
  lease_token          uuid,
  lease_until          timestamptz,
  attempts             int not null default 0,
  stop_requested       boolean not null default false
);
create index turns_of_conversation on turns (conversation_id, position);

-- Items of connected calendars, from integration-events; the data are encrypted.
create table calendar_items (
  user_id        uuid not null,
  integration_id uuid not null,
  item_id        text not null,
  starts_at      timestamptz,
  ends_at        timestamptz,
  starts_on      date,
  ends_on        date,
  data           text not null,
  primary key (integration_id, item_id)
);
create index calendar_items_of_user on calendar_items (user_id, starts_at);
create index calendar_items_of_user_by_day on calendar_items (user_id, starts_on);
