alter table accounts
  add column roles          text,
  add column permissions    text,
  add column suspended_at   timestamptz,
  add column erasure_id     uuid,
  add column erasure_due_at timestamptz;
comment on column accounts.roles is 'as user-service said last, comma separated; null until it has';
comment on column accounts.permissions is 'as user-service said last, comma separated; null until it has';

alter table refresh_families add column roles_since timestamptz;
comment on column refresh_families.roles_since is 'access tokens issued before this carry what was taken away';
