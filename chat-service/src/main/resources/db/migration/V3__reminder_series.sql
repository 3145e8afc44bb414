-- What the user's clock showed when a series began; its rule counts from there.
alter table reminders add column first_at timestamp;
