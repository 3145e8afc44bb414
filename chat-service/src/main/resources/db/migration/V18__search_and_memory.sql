-- Full text in three languages at once: a word is found by its stem in any of them, without its accents. The user is a
-- word too, so that the index finds only what is theirs.
create function unaccented(words text) returns text
  language sql immutable strict parallel safe
  return translate(words, 'áàâãäéèêëíìîïóòôõöúùûüñçÁÀÂÃÄÉÈÊËÍÌÎÏÓÒÔÕÖÚÙÛÜÑÇ',
                          'aaaaaeeeeiiiiooooouuuuncAAAAAEEEEIIIIOOOOOUUUUNC');

-- The stemmer leaves Portuguese plurals in -ões and -ães as they are.
create function portuguese_singular(words text) returns text
  language sql immutable strict parallel safe
  return regexp_replace(words, '[õã]es\M', 'ão', 'gi');

create function search_words(words text) returns tsvector
  language sql immutable strict parallel safe
  return to_tsvector('english', unaccented(words)) || to_tsvector('spanish', unaccented(words))
      || to_tsvector('portuguese', unaccented(portuguese_singular(words))) || to_tsvector('simple', unaccented(words));

alter table messages add column search tsvector
  generated always as (
    search_words(left(content, 100000)) || array_to_tsvector(array['user:' || user_id::text])) stored;
create index messages_search on messages using gin (search);
create index messages_of_user on messages (user_id, id desc);

-- What the assistant knows about a user, as the user or the assistant wrote it down.
create table memories (
  id         uuid primary key,
  user_id    uuid not null,
  fact       text not null,
  source     text not null,
  version    bigint not null default 0,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index memories_of_user on memories (user_id, id desc);
create unique index memories_once on memories (user_id, md5(lower(fact)));
comment on column memories.source is 'USER or ASSISTANT';

-- Users who do not want to be remembered.
create table memory_off (user_id uuid primary key);
