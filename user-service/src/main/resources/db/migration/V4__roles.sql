create table roles (
  name        text primary key,
  description text not null
);
comment on table roles is 'those that administrators made; OWNER, ADMIN, SUPPORT and USER are in the code';

create table role_permissions (
  role       text not null references roles (name) on delete cascade,
  permission text not null,
  primary key (role, permission)
);

create table role_parents (
  role   text not null references roles (name) on delete cascade,
  parent text not null,
  primary key (role, parent)
);
comment on column role_parents.parent is 'a role whose permissions this one has too; may be built in';

create table role_grants (
  user_id uuid not null,
  role    text not null,
  primary key (user_id, role)
);
create index role_grants_role on role_grants (role, user_id);
comment on table role_grants is 'USER is everybody''s and not in here';

create table suspensions (
  user_id uuid primary key,
  reason  text        not null,
  since   timestamptz not null
);

-- For looking people up: by their whole address, by the beginning of a word of their name.
alter table profiles
  add column email_index  text,
  add column last_seen_at timestamptz;
create index profiles_email on profiles (email_index);
create index profiles_unindexed on profiles (id) where email_index is null;
create index profiles_name on profiles using gin (to_tsvector('simple', display_name));
comment on column profiles.email_index is 'keyed hash; null until the service has filled it in';
comment on column profiles.last_seen_at is 'when the user last signed in';
