package app.tdah.chat.conversation;

import app.tdah.defaults.web.CursorRequest;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ways through a conversation. Messages that follow the same one are siblings; a branch is one
 * way from the first message to a last one, its leaf.
 */
@Component
public class Branches {

  private final JdbcClient jdbc;

  Branches(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The message behind which a conversation goes on. */
  @Transactional(readOnly = true)
  public Optional<UUID> leafOf(UUID conversationId) {
    return jdbc.sql(
            "select active_leaf_id from conversations"
                + " where id = ? and active_leaf_id is not null")
        .param(conversationId)
        .query(UUID.class)
        .optional();
  }

  /** The branch with this message is the one that is shown and goes on. */
  @Transactional
  public void growTo(UUID conversationId, UUID leafId) {
    jdbc.sql("update conversations set active_leaf_id = ? where id = ?")
        .params(leafId, conversationId)
        .update();
  }

  /** What was said before a message, on its branch, the newest first. */
  @Transactional(readOnly = true)
  public List<Message> before(Message message, int limit) {
    return upwards(message.conversationId(), message.parentId(), limit);
  }

  /** A conversation's active branch, the newest message first. */
  @Transactional(readOnly = true)
  List<Message> whole(Conversation conversation) {
    return upwards(conversation.id(), conversation.activeLeafId(), Integer.MAX_VALUE);
  }

  /** A page of a conversation's active branch, the newest message first. */
  @Transactional(readOnly = true)
  List<Message> page(Conversation conversation, CursorRequest cursor) {
    UUID from =
        cursor.after() == null
            ? conversation.activeLeafId()
            : parentOf(conversation.id(), cursor.after());
    return upwards(conversation.id(), from, cursor.fetch());
  }

  /** The newest leaf below a message; empty when the conversation has no such message. */
  @Transactional(readOnly = true)
  Optional<UUID> newestLeafBelow(UUID conversationId, UUID messageId) {
    return jdbc.sql(
            """
            with recursive way as (
              select id, 1 as depth from messages where id = ? and conversation_id = ?
              union all
              select (select m.id from messages m where m.parent_id = way.id
                       order by m.position desc limit 1), way.depth + 1
                from way where way.id is not null)
            select id from way where id is not null order by depth desc limit 1
            """)
        .params(messageId, conversationId)
        .query(UUID.class)
        .optional();
  }

  /** The siblings of each message, itself among them, the oldest first. */
  @Transactional(readOnly = true)
  Map<UUID, List<UUID>> siblingsOf(Collection<Message> messages) {
    Map<UUID, List<UUID>> byPlace = new HashMap<>();
    List<UUID> parents =
        messages.stream().map(Message::parentId).filter(Objects::nonNull).distinct().toList();
    if (!parents.isEmpty()) {
      byPlace.putAll(grouped("parent_id in (:places)", "parent_id", parents));
    }
    List<UUID> begun =
        messages.stream()
            .filter(message -> message.parentId() == null)
            .map(Message::conversationId)
            .distinct()
            .toList();
    if (!begun.isEmpty()) {
      byPlace.putAll(
          grouped("conversation_id in (:places) and parent_id is null", "conversation_id", begun));
    }
    return messages.stream()
        .collect(
            Collectors.toMap(
                Message::id,
                message -> byPlace.getOrDefault(place(message), List.of(message.id())),
                (one, same) -> one));
  }

  private static UUID place(Message message) {
    return Objects.requireNonNullElse(message.parentId(), message.conversationId());
  }

  private Map<UUID, List<UUID>> grouped(String condition, String place, List<UUID> places) {
    return jdbc
        .sql(
            "select %s as place, id from messages where %s order by position"
                .formatted(place, condition))
        .param("places", places)
        .query((row, number) ->
            Map.entry(row.getObject("place", UUID.class), row.getObject("id", UUID.class)))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  private @Nullable UUID parentOf(UUID conversationId, UUID messageId) {
    return jdbc.sql(
            "select parent_id from messages where id = ? and conversation_id = ?"
                + " and parent_id is not null")
        .params(messageId, conversationId)
        .query(UUID.class)
        .optional()
        .orElse(null);
  }

  private List<Message> upwards(UUID conversationId, @Nullable UUID from, int limit) {
    if (from == null) {
      return List.of();
    }
    return jdbc.sql(
            """
            with recursive branch as (
              select id, parent_id, 1 as depth from messages
               where id = :from and conversation_id = :conversation
              union all
              select m.id, m.parent_id, b.depth + 1
                from branch b join messages m on m.id = b.parent_id where b.depth < :limit)
            select m.* from branch b join messages m on m.id = b.id order by b.depth
            """)
        .param("from", from)
        .param("conversation", conversationId)
        .param("limit", limit)
        .query(Messages::row)
        .list();
  }
}
