-- What was done, by whom and to whom. People stand in it under pseudonyms, so that it can be kept
-- when they are erased. Each hash covers the entry and the hash before it.
create table audit_entries (
  sequence     bigint primary key,
  id           uuid        not null unique,
  at           timestamptz not null,
  service      text        not null,
  action       text        not null,
  actor        uuid,
  subject      uuid,
  target       text,
  outcome      text        not null,
  address_hash text,
  details      text        not null,
  hash         text        not null
);
create index audit_entries_at on audit_entries (at);
create index audit_entries_actor on audit_entries (actor, sequence desc);
create index audit_entries_subject on audit_entries (subject, sequence desc);
create index audit_entries_action on audit_entries (action text_pattern_ops, sequence desc);
comment on column audit_entries.details is 'JSON with its keys in order, as it was hashed';

-- Neither this service nor anybody who borrows its role changes what is written.
create function refuse_change() returns trigger language plpgsql as
$$ begin raise exception 'the audit log is append-only' using errcode = 'insufficient_privilege'; end $$;
create trigger audit_entries_append_only before update or delete or truncate on audit_entries
  for each statement execute function refuse_change();
revoke update, delete, truncate on audit_entries from current_user;

-- The end of the chain: what is cut off there would not show otherwise.
create table audit_head (
  only_one boolean primary key default true check (only_one),
  sequence bigint not null,
  hash     text   not null
);
insert into audit_head (sequence, hash) values (0, '');

-- Whose pseudonym is whose, and where they were. Erasure deletes both.
create table audit_subjects (
  user_id uuid primary key,
  subject uuid not null unique
);
create table audit_addresses (
  sequence bigint primary key,
  subject  uuid not null references audit_subjects (subject) on delete cascade,
  address  text not null
);
create index audit_addresses_subject on audit_addresses (subject);
