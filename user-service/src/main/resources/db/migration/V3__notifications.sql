create table notifications (
  id         uuid primary key,
  user_id    uuid        not null,
  template   text        not null,
  in_app     boolean     not null,
  recipient  text,
  variables  text,
  created_at timestamptz not null,
  read_at    timestamptz
);
create index notifications_in_app on notifications (user_id, id desc) where in_app;

create table deliveries (
  id              uuid primary key,
  notification_id uuid        not null references notifications (id) on delete cascade,
  user_id         uuid        not null,
  channel         text        not null check (channel in ('EMAIL', 'SMS', 'IN_APP')),
  status          text        not null check (status in ('PENDING', 'SENDING', 'SENT', 'FAILED', 'EXPIRED')),
  attempts        int         not null default 0,
  next_attempt_at timestamptz,
  created_at      timestamptz not null,
  finished_at     timestamptz,
  last_error      text,
  unique (notification_id, channel)
);
create index deliveries_due on deliveries (next_attempt_at) where status in ('PENDING', 'SENDING');
