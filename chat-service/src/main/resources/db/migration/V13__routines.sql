-- Things done again and again, and their steps.
create table routines (
  id          uuid primary key,
  user_id     uuid not null,
  name        text not null,
  days        text not null,
  at_time     time,
  remind      boolean not null,
  reminder_id uuid references reminders on delete set null,
  created_at  timestamptz not null,
  updated_at  timestamptz not null,
  version     bigint not null
);
create index routines_of_user on routines (user_id, id desc);

create table routine_steps (
  id         uuid primary key,
  routine_id uuid not null references routines on delete cascade,
  user_id    uuid not null,
  position   int not null,
  title      text not null,
  minutes    int
);
create index routine_steps_of_routine on routine_steps (routine_id, position);
create index routine_steps_of_user on routine_steps (user_id);

create table routine_completions (
  step_id uuid not null references routine_steps on delete cascade,
  on_day  date not null,
  user_id uuid not null,
  at      timestamptz not null,
  primary key (step_id, on_day)
);
create index routine_completions_of_user on routine_completions (user_id);

-- How much of it was done on a day, by the steps that it had on that day.
create table routine_days (
  routine_id uuid not null references routines on delete cascade,
  on_day     date not null,
  user_id    uuid not null,
  done       int not null,
  steps      int not null,
  primary key (routine_id, on_day)
);
create index routine_days_of_user on routine_days (user_id);

-- What was done on a day.
create index tasks_done on tasks (user_id, completed_at) where status = 'DONE';
