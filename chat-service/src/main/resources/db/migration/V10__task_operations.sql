-- The user's own order: a fraction in base 16 behind an imagined "0.", never with a trailing zero,
-- so that there is always room between two tasks. New tasks come last, by the time they are made.
alter table tasks add column position text collate "C";
update tasks
   set position = rtrim(lpad(to_hex((extract(epoch from created_at) * 1000)::bigint), 12, '0')
                        || substr(replace(id::text, '-', ''), 13), '0');
alter table tasks alter column position set not null;
create index tasks_in_order on tasks (user_id, position, id);

-- What was done to tasks, to be undone; an undo is an operation as well and names what it undoes.
create table task_operations (
  id        uuid primary key,
  user_id   uuid not null,
  kind      text not null,
  at        timestamptz not null,
  undoes    uuid,
  undone_by uuid
);
create index task_operations_of_user on task_operations (user_id, id desc);
create index task_operations_in_effect on task_operations (user_id, id desc)
  where undone_by is null and undoes is null;
create index task_operations_by_age on task_operations (at);

-- One task's state around an operation; null where it was not there.
create table task_operation_changes (
  operation_id uuid not null references task_operations on delete cascade,
  user_id      uuid not null,
  task_id      uuid not null,
  ordinal      int not null,
  state_before jsonb,
  state_after  jsonb,
  primary key (operation_id, task_id)
);
create index task_operation_changes_of_task on task_operation_changes (task_id, operation_id desc);
create index task_operation_changes_of_user on task_operation_changes (user_id);

-- Cancelled only because its task ended: it comes back when the task does.
alter table reminders add column ended_with_task boolean not null default false;
