create table export_requests (
  id          uuid primary key,
  user_id     uuid        not null,
  status      text        not null check (status in ('PENDING', 'READY', 'FAILED', 'EXPIRED')),
  locale      text        not null,
  created_at  timestamptz not null,
  ask_at      timestamptz not null,
  give_up_at  timestamptz not null,
  finished_at timestamptz,
  expires_at  timestamptz,
  chunks      int         not null default 0,
  size        bigint      not null default 0
);
create unique index export_requests_pending on export_requests (user_id) where status = 'PENDING';
create index export_requests_user on export_requests (user_id, id desc);
create index export_requests_open on export_requests (id) where status in ('PENDING', 'READY');
comment on column export_requests.ask_at is 'when services that have not answered are asked again';

-- What each service has sent so far; the pieces go once they are in the file.
create table export_parts (
  export_id uuid    not null references export_requests (id) on delete cascade,
  service   text    not null,
  pieces    int     not null,
  complete  boolean not null,
  primary key (export_id, service)
);

create table export_pieces (
  export_id uuid not null references export_requests (id) on delete cascade,
  service   text not null,
  piece     int  not null,
  data      text not null,
  primary key (export_id, service, piece)
);

-- The finished ZIP, encrypted chunk by chunk.
create table export_chunks (
  export_id uuid  not null references export_requests (id) on delete cascade,
  chunk     int   not null,
  data      bytea not null,
  primary key (export_id, chunk)
);

create table erasure_requests (
  id          uuid primary key,
  user_id     uuid,
  status      text        not null check (status in ('SCHEDULED', 'RUNNING', 'CANCELLED', 'DONE')),
  recipient   text,
  locale      text,
  created_at  timestamptz not null,
  due_at      timestamptz not null,
  ask_at      timestamptz,
  asked       int         not null default 0,
  finished_at timestamptz,
  check (status <> 'DONE' or (user_id is null and recipient is null and locale is null))
);
create unique index erasure_requests_open on erasure_requests (user_id)
  where status in ('SCHEDULED', 'RUNNING');
create index erasure_requests_due on erasure_requests (due_at) where status in ('SCHEDULED', 'RUNNING');
comment on table erasure_requests is 'the id is the receipt; of a user who is erased nothing else remains';
comment on column erasure_requests.recipient is 'encrypted; where the receipt goes, kept for nothing else';

create table erasure_answers (
  erasure_id  uuid        not null references erasure_requests (id) on delete cascade,
  service     text        not null,
  answered_at timestamptz not null,
  primary key (erasure_id, service)
);
