-- One row per integration and capability: its cursor, its place in a running sync, its lease.
create table sync_jobs (
  integration_id uuid        not null references integrations on delete cascade,
  capability     text        not null,
  user_id        uuid        not null,
  provider       text        not null,
  cursor         text,
  page_token     text,
  generation     bigint      not null default 0,
  window_start   timestamptz,
  window_end     timestamptz,
  calls          int         not null default 0,
  attempts       int         not null default 0,
  due_at         timestamptz,
  requested_at   timestamptz,
  started_at     timestamptz,
  lease_id       uuid,
  lease_until    timestamptz,
  primary key (integration_id, capability)
);
create index sync_jobs_due on sync_jobs (due_at);

create table synced_items (
  id             uuid primary key,
  integration_id uuid        not null references integrations on delete cascade,
  capability     text        not null,
  item_id        text        not null,
  kind           text        not null,
  content_hash   text        not null,
  data           text        not null,
  generation     bigint      not null,
  synced_at      timestamptz not null,
  unique (integration_id, capability, item_id)
);
create index synced_items_page on synced_items (integration_id, id);
