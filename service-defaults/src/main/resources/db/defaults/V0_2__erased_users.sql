-- Tombstones: events of these users are not handled any more. The hash is keyed; nobody can be found by it.
create table erased_users (
  user_hash text primary key,
  erased_at timestamptz not null
);
