package app.tdah.chat.conversation;

import app.tdah.defaults.ids.Ids;
import app.tdah.defaults.web.CursorRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The conversations of all users; every access names the user whose they must be. */
@Component
public class Conversations {

  private static final int TITLE_LENGTH = 60;

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
    jdbc.sql("update conversations set active_at = ?, title = coalesce(title, ?) where id = ?")
        .params(Timestamp.from(clock.instant()), proposedTitle(content), id)
        .update();
  }

  @Transactional(readOnly = true)
  List<Conversation> page(UUID userId, CursorRequest cursor) {
    return jdbc.sql(
            """
            select * from conversations
             where user_id = :user
               and (cast(:after as uuid) is null or (active_at, id) <
                    (select c.active_at, c.id from conversations c where c.id = :after))
             order by active_at desc, id desc
             limit :limit
            """)
        .param("user", userId)
        .param("after", cursor.after())
        .param("limit", cursor.fetch())
        .query(Conversations::row)
        .list();
  }

  /** Renames it; false when the version is not the current one any more. */
  @Transactional
  boolean rename(Conversation conversation, String title) {
    return jdbc.sql(
                "update conversations set title = ?, version = version + 1"
                    + " where id = ? and version = ?")
            .params(title, conversation.id(), conversation.version())
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

  private static String proposedTitle(String content) {
    String line = Objects.requireNonNullElse(content.strip().lines().findFirst().orElse(null), "");
    return line.length() <= TITLE_LENGTH
        ? line
        : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, TITLE_LENGTH) - 1))
                .strip()
            + "…";
  }

  private static Conversation row(ResultSet row, int number) throws SQLException {
    return new Conversation(
        row.getObject("id", UUID.class),
        row.getObject("user_id", UUID.class),
        Channel.valueOf(row.getString("channel")),
        row.getString("title"),
        row.getLong("version"),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("active_at").toInstant());
  }
}
