-- Whoever signs in meanwhile is offered to stay.
create table scheduled_erasures (
  account_id uuid primary key references accounts (id) on delete cascade,
  erasure_id uuid        not null,
  due_at     timestamptz not null
);
comment on table scheduled_erasures is 'projection of erasure-scheduled and erasure-cancelled';
