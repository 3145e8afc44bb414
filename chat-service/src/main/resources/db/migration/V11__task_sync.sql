-- When each field of a task got its value, by a hybrid logical clock, and since which version of
-- the task it has it. A field without a row has its value since the task was made. The rows
-- outlive a deleted task for as long as its deletion can be undone.
create table task_field_clocks (
  task_id    uuid not null,
  user_id    uuid not null,
  field      text not null,
  clock      text collate "C" not null,
  version    bigint not null,
  changed_at timestamptz not null,
  primary key (task_id, field)
);
create index task_field_clocks_of_user on task_field_clocks (user_id);
create index task_field_clocks_by_age on task_field_clocks (changed_at);

-- Offline writes that came in: each counts once, however often it is sent.
create table task_offline_writes (
  user_id     uuid not null,
  id          uuid not null,
  task_id     uuid not null,
  received_at timestamptz not null,
  primary key (user_id, id)
);
create index task_offline_writes_by_age on task_offline_writes (received_at);

-- Two values for one field, written without knowing of each other.
create table task_conflicts (
  id          uuid primary key,
  user_id     uuid not null,
  task_id     uuid not null,
  field       text not null,
  kept        jsonb not null,
  other       jsonb not null,
  created_at  timestamptz not null,
  resolved_at timestamptz
);
create index task_conflicts_open on task_conflicts (user_id, id desc) where resolved_at is null;
create index task_conflicts_by_age on task_conflicts (created_at);

-- "Undo that", "not that one": what was changed last.
create index tasks_by_change on tasks (user_id, updated_at desc);
