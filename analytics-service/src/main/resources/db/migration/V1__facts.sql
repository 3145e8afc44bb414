-- One row per event of the suite, without its contents. A job makes the months' partitions; what
-- comes before its month's partition is caught by the default one and moved later.
create table event_facts (
  event_id      uuid        not null,
  occurred_at   timestamptz not null,
  user_id       uuid,
  type          text        not null,
  meter         text,
  quantity      bigint,
  unit          text,
  cost_micros   bigint,
  currency      text,
  price_version text,
  primary key (event_id, occurred_at)
) partition by range (occurred_at);

create index event_facts_user on event_facts (user_id, occurred_at);

create table event_facts_default partition of event_facts default;
