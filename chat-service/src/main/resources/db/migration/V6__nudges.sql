-- A reminder may be tied to its task's due moment and may ask for channels.
alter table reminders add column offset_minutes int;
alter table reminders add column channels text;
create index reminders_due on reminders (due_at) where status = 'PENDING';
create index reminders_of_user_all on reminders (user_id, id desc);

-- A reminder that was told and waits for an answer; told again at next_at, a few times.
create table nudges (
  id          uuid primary key,
  user_id     uuid not null,
  reminder_id uuid not null references reminders on delete cascade,
  moment      timestamptz not null,
  rung        int not null,
  status      text not null,
  answer      text,
  told_at     timestamptz not null,
  next_at     timestamptz,
  closed_at   timestamptz
);
create unique index nudges_waiting_of_reminder on nudges (reminder_id) where status = 'WAITING';
create index nudges_waiting_of_user on nudges (user_id, told_at desc) where status = 'WAITING';
create index nudges_next on nudges (next_at) where status = 'WAITING' and next_at is not null;

-- When a user does not want to hear from us, as their clock shows it.
create table quiet_hours (
  user_id  uuid primary key,
  starts   time not null,
  ends     time not null
);
