-- What a user wants to spend at most, below what the operator allows; null for no limit of their own.
create table budgets (
  user_id           uuid primary key,
  day_limit_micros  bigint,
  month_limit_micros bigint
);

-- What a day or a month has cost; of everybody together under the id of nobody.
create table spending (
  user_id         uuid not null,
  period          text not null,
  spent_micros    bigint not null default 0,
  reserved_micros bigint not null default 0,
  warned          boolean not null default false,
  primary key (user_id, period)
);
comment on column spending.period is 'a day, such as 2026-11-23, or a month, such as 2026-11';

-- What answers in the making may still cost.
create table reservations (
  turn_id    uuid primary key,
  user_id    uuid not null,
  periods    text[] not null,
  micros     bigint not null,
  created_at timestamptz not null
);
create index reservations_of_user on reservations (user_id);
comment on column reservations.periods is 'the user''s day and month, everybody''s day and month';

-- The model that the user chose for a conversation; null for the default.
alter table conversations add column model text;
