-- Sums per quarter of an hour: every time zone's days, hours and months begin at one.
create table usage_rollups (
  user_id     uuid        not null,
  bucket      timestamptz not null,
  meter       text        not null,
  unit        text        not null,
  currency    text        not null,
  quantity    bigint      not null,
  cost_micros bigint      not null,
  primary key (user_id, bucket, meter, unit, currency)
);

create table activity_rollups (
  user_id uuid        not null,
  bucket  timestamptz not null,
  type    text        not null,
  count   bigint      not null,
  primary key (user_id, bucket, type)
);

create table user_time_zones (
  user_id   uuid primary key,
  time_zone text not null
);
