-- Steps that we made, not the user: only these may be replaced when a task is broken down anew.
create table breakdown_steps (
  task_id   uuid primary key references tasks on delete cascade,
  user_id   uuid not null,
  parent_id uuid not null
);
create index breakdown_steps_of_parent on breakdown_steps (parent_id);
create index breakdown_steps_of_user on breakdown_steps (user_id);

-- What was worked on a task until now: since when it is being done, and in focus sessions.
create table task_work (
  task_id       uuid primary key references tasks on delete cascade,
  user_id       uuid not null,
  started_at    timestamptz,
  focus_minutes int not null default 0
);
create index task_work_of_user on task_work (user_id);

-- What a task was thought to take, and what it took.
create table task_actuals (
  id               uuid primary key,
  user_id          uuid not null,
  task_id          uuid not null,
  estimate_minutes int not null,
  actual_minutes   int not null,
  tags             text[] not null,
  at               timestamptz not null
);
create index task_actuals_of_user on task_actuals (user_id, id desc);
