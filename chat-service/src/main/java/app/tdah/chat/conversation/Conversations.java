package app.tdah.chat.conversation;

import app.tdah.defaults.ids.Ids;
import app.tdah.defaults.web.CursorRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The conversations of all users; every access names the user whose they must be. */
@Component
public class Conversations {

  private final JdbcClient jdbc;
  private final Clock clock;

  Conversations(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Begins a conversation; one that exists with this id is returned as it is.
   *
   * @throws ConversationNotFound when the id is taken by somebody else's
   */
  @Transactional
  public Conversation begin(UUID userId, UUID id, @Nullable String title) {
    insert(userId, id, Channel.WEB, title, "(id)");
    return require(userId, id);
  }

  /** The user's conversation by text message; it begins with the first one. */
  @Transactional
  public Conversation bySms(UUID userId) {
    insert(userId, Ids.next(), Channel.SMS, null, "(user_id) where channel = 'SMS'");
    return jdbc.sql("select * from conversations where user_id = ? and channel = 'SMS'")
        .param(userId)
        .query(Conversations::row)
        .single();
  }

  /** Finds a conversation of the user's. */
  @Transactional(readOnly = true)
  public Conversation require(UUID userId, UUID id) {
    return find(userId, id).orElseThrow(ConversationNotFound::new);
  }

  /**
   * Keeps others from adding messages until this transaction ends.
   *
   * @throws ConversationNotFound when it is not the user's
   */
  @Transactional
  public void lock(UUID userId, UUID id) {
    boolean found =
        jdbc.sql("select id from conversations where id = ? and user_id = ? for update")
            .params(id, userId)
            .query(UUID.class)
            .optional()
            .isPresent();
    if (!found) {
      throw new ConversationNotFound();
    }
  }

  /** A message was accepted; a conversation without a title is named after it. */
  @Transactional
  public void touch(UUID id, String content) {
    jdbc.sql(
            "update conversations set active_at = ?, title = coalesce(title, ?), archived = false"
                + " where id = ?")
        .params(Timestamp.from(clock.instant()), ProposedTitle.of(content), id)
        .update();
  }

  /** A page of those that are archived, or of those that are not: the pinned ones first. */
  @Transactional(readOnly = true)
  List<Conversation> page(UUID userId, boolean archived, CursorRequest cursor) {
    return jdbc.sql(
            """
            select * from conversations
             where user_id = :user and archived = :archived
               and (cast(:after as uuid) is null or (pinned, active_at, id) <
                    (select c.pinned, c.active_at, c.id from conversations c where c.id = :after))
             order by pinned desc, active_at desc, id desc
             limit :limit
            """)
        .param("user", userId)
        .param("archived", archived)
        .param("after", cursor.after())
        .param("limit", cursor.fetch())
        .query(Conversations::row)
        .list();
  }

  /** Changes what is not null; false when the version is not the current one any more. */
  @Transactional
  boolean change(Conversation conversation, ConversationPatch patch) {
    return jdbc.sql(
                """
                update conversations
                   set title = coalesce(:title, title), archived = coalesce(:archived, archived),
                       pinned = coalesce(:pinned, pinned),
                       active_leaf_id = coalesce(cast(:leaf as uuid), active_leaf_id),
                       model = coalesce(:model, model),
                       version = version + 1
                 where id = :id and version = :version
                """)
            .param("title", patch.title())
            .param("archived", patch.archived(), Types.BOOLEAN)
            .param("pinned", patch.pinned(), Types.BOOLEAN)
            .param("leaf", patch.activeLeafId())
            .param("model", patch.model())
            .param("id", conversation.id())
            .param("version", conversation.version())
            .update()
        == 1;
  }

  @Transactional
  void delete(UUID userId, UUID id) {
    int deleted =
        jdbc.sql("delete from conversations where id = ? and user_id = ?")
            .params(id, userId)
            .update();
    if (deleted == 0) {
      throw new ConversationNotFound();
    }
  }

  private Optional<Conversation> find(UUID userId, UUID id) {
    return jdbc.sql("select * from conversations where id = ? and user_id = ?")
        .params(id, userId)
        .query(Conversations::row)
        .optional();
  }

  private void insert(
      UUID userId, UUID id, Channel channel, @Nullable String title, String conflict) {
    Timestamp now = Timestamp.from(clock.instant());
    jdbc.sql(
            "insert into conversations (id, user_id, channel, title, created_at, active_at)"
                + " values (?, ?, ?, ?, ?, ?) on conflict "
                + conflict
                + " do nothing")
        .params(Arrays.asList(id, userId, channel.name(), title, now, now))
        .update();
  }

  private static Conversation row(ResultSet row, int number) throws SQLException {
    return new Conversation(
        row.getObject("id", UUID.class),
        row.getObject("user_id", UUID.class),
        Channel.valueOf(row.getString("channel")),
        row.getString("title"),
        row.getBoolean("archived"),
        row.getBoolean("pinned"),
        row.getObject("active_leaf_id", UUID.class),
        row.getString("model"),
        row.getLong("version"),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("active_at").toInstant());
  }
}
