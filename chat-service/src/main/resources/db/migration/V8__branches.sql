-- The branch that is shown and goes on: the one that ends with this message.
alter table conversations
  add column active_leaf_id uuid,
  add column archived       boolean not null default false,
  add column pinned         boolean not null default false;

update conversations c
   set active_leaf_id = (select m.id from messages m
                          where m.conversation_id = c.id order by m.position desc limit 1);

drop index conversations_of_user;
create index conversations_of_user
    on conversations (user_id, archived, pinned desc, active_at desc, id desc);
-- Where the branches of a conversation begin.
create index messages_beginning on messages (conversation_id, position) where parent_id is null;
