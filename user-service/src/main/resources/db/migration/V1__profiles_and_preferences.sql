create table profiles (
  id             uuid primary key,
  email          text        not null,
  email_verified boolean     not null,
  display_name   text        not null,
  created_at     timestamptz not null,
  version        bigint      not null
);

create table preference_sets (
  user_id        uuid primary key,
  locale         text    not null check (locale in ('en', 'es', 'pt')),
  time_zone      text    not null,
  quiet_start    time,
  quiet_end      time,
  theme          text    not null check (theme in ('SYSTEM', 'LIGHT', 'DARK')),
  reduced_motion boolean not null,
  version        bigint  not null,
  check ((quiet_start is null) = (quiet_end is null))
);
