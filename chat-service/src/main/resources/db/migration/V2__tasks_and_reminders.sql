create table tasks (
  id               uuid primary key,
  user_id          uuid not null,
  title            text not null,
  notes            text,
  tags             text[] not null,
  context          text,
  project          text,
  priority         text not null,
  energy           text not null,
  estimate_minutes int,
  start_at         timestamptz,
  due_at           timestamptz,
  due_date         date,
  recurrence       text,
  status           text not null,
  parent_id        uuid references tasks on delete cascade,
  not_before       date,
  postponements    int not null default 0,
  version          bigint not null,
  created_at       timestamptz not null,
  updated_at       timestamptz not null,
  completed_at     timestamptz
);
create index tasks_of_user on tasks (user_id, id desc);
create index tasks_of_parent on tasks (parent_id);

create table reminders (
  id         uuid primary key,
  user_id    uuid not null,
  text       text not null,
  task_id    uuid,
  due_at     timestamptz not null,
  recurrence text,
  status     text not null,
  fired_at   timestamptz,
  created_at timestamptz not null,
  version    bigint not null
);
create index reminders_of_user on reminders (user_id, id desc) where status = 'PENDING';
create index reminders_of_task on reminders (task_id) where status = 'PENDING';

-- db-scheduler's table: one row per alarm.
create table scheduled_tasks (
  task_name            text not null,
  task_instance        text not null,
  task_data            bytea,
  execution_time       timestamptz not null,
  picked               boolean not null,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures int,
  last_heartbeat       timestamptz,
  version              bigint not null,
  priority             smallint,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_by_time on scheduled_tasks (execution_time);
create index scheduled_tasks_by_heartbeat on scheduled_tasks (last_heartbeat);
