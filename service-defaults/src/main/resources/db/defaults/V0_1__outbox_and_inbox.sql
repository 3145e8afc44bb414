-- Events that are committed and not yet acknowledged by Kafka.
create table outbox (
  id             bigint generated always as identity primary key,
  xid            xid8 not null default pg_current_xact_id(),
  event_id       uuid not null,
  topic          text not null,
  event_key      text not null,
  type           text not null,
  payload        text not null,
  traceparent    text,
  correlation_id text,
  occurred_at    timestamptz not null
);

-- Events that were handled; one row makes a redelivery change nothing.
create table inbox (
  event_id   uuid primary key,
  handled_at timestamptz not null default now()
);
create index inbox_handled_at on inbox (handled_at);

-- Answers to creates that may be repeated with the same Idempotency-Key.
create table idempotency_keys (
  user_id      uuid not null,
  key          text not null,
  request_hash text not null,
  status       int,
  body         text,
  created_at   timestamptz not null default now(),
  primary key (user_id, key)
);
create index idempotency_keys_created_at on idempotency_keys (created_at);
