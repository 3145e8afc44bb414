create table notification_settings (
  user_id         uuid primary key,
  email           boolean not null,
  push            boolean not null,
  sms             boolean not null,
  in_app          boolean not null,
  digest          text    not null check (digest in ('OFF', 'DAILY')),
  digest_at       time    not null,
  security_push   boolean not null,
  security_sms    boolean not null,
  reminders_email boolean not null,
  reminders_push  boolean not null,
  reminders_sms   boolean not null,
  product_email   boolean not null,
  product_push    boolean not null,
  product_sms     boolean not null,
  version         bigint  not null
);

create table push_subscriptions (
  id             uuid primary key,
  user_id        uuid        not null,
  endpoint       text        not null,
  endpoint_index text        not null unique,
  p256dh         text        not null,
  auth           text        not null,
  device_name    text,
  created_at     timestamptz not null,
  renewed_at     timestamptz not null,
  used_at        timestamptz
);
create index push_subscriptions_user on push_subscriptions (user_id);

-- One key pair for all replicas; browsers bind their subscriptions to it.
create table vapid_keys (
  id          int primary key check (id = 1),
  public_key  text        not null,
  private_key text        not null,
  created_at  timestamptz not null
);

alter table notifications add column dedupe_key text;
create index notifications_dedupe on notifications (user_id, template, dedupe_key, created_at)
  where dedupe_key is not null;
create index notifications_unread on notifications (user_id) where in_app and read_at is null;

-- due_at: when it was meant to leave, from which its age counts. target: the push subscription.
alter table deliveries
  add column target uuid,
  add column due_at timestamptz;
update deliveries set due_at = created_at;
alter table deliveries
  alter column due_at set not null,
  drop constraint deliveries_notification_id_channel_key,
  add constraint deliveries_once unique nulls not distinct (notification_id, channel, target),
  drop constraint deliveries_channel_check,
  add constraint deliveries_channel_check check (channel in ('EMAIL', 'SMS', 'PUSH', 'IN_APP')),
  drop constraint deliveries_status_check,
  add constraint deliveries_status_check check (status in
    ('PENDING', 'SENDING', 'SENT', 'FAILED', 'EXPIRED', 'GONE', 'DIGEST', 'SUMMARIZED'));
drop index deliveries_due;
create index deliveries_due on deliveries (channel, next_attempt_at)
  where status in ('PENDING', 'SENDING');
create index deliveries_digest on deliveries (next_attempt_at) where status = 'DIGEST';
create index deliveries_user on deliveries (user_id, id desc);
