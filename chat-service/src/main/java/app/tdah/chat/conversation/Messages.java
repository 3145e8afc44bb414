package app.tdah.chat.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The messages of all conversations. */
@Component
public class Messages {

  private final JdbcClient jdbc;
  private final Clock clock;

  Messages(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Adds a message; its creation time is now.
   *
   * @return false when there is one with this id already
   */
  @Transactional
  public boolean add(Message message) {
    return jdbc.sql(
                "insert into messages (id, conversation_id, user_id, parent_id, role, content,"
                    + " status, created_at) values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing")
            .params(
                Arrays.asList(
                    message.id(),
                    message.conversationId(),
                    message.userId(),
                    message.parentId(),
                    message.role().name(),
                    message.content(),
                    message.status().name(),
                    Timestamp.from(message.createdAt())))
            .update()
        == 1;
  }

  /** Any message, whoever's it is. */
  @Transactional(readOnly = true)
  public Optional<Message> find(UUID id) {
    return jdbc.sql("select * from messages where id = ?")
        .param(id)
        .query(Messages::row)
        .optional();
  }

  /** The latest answer to a user's message. */
  @Transactional(readOnly = true)
  public Message answerTo(UUID userMessageId) {
    return jdbc.sql(
            "select * from messages where parent_id = ? and role = 'ASSISTANT'"
                + " order by position desc limit 1")
        .param(userMessageId)
        .query(Messages::row)
        .single();
  }

  /** Writes down how far an answer is. */
  @Transactional
  public Message progress(
      UUID id, String content, Message.Status status, Message.@Nullable Usage usage) {
    return jdbc.sql(
            """
            update messages set content = ?, status = ?, model = coalesce(?, model),
                   input_tokens = ?, output_tokens = ?, cost_micros = ?, currency = coalesce(?, currency),
                   finished_at = ?
             where id = ? returning *
            """)
        .params(
            Arrays.asList(
                content,
                status.name(),
                usage == null ? null : usage.model(),
                usage == null ? 0 : usage.inputTokens(),
                usage == null ? 0 : usage.outputTokens(),
                usage == null ? 0 : usage.costMicros(),
                usage == null ? null : usage.currency(),
                status.isFinal() ? Timestamp.from(clock.instant()) : null,
                id))
        .query(Messages::row)
        .single();
  }

  static Message row(ResultSet row, int number) throws SQLException {
    return new Message(
        row.getObject("id", UUID.class),
        row.getObject("conversation_id", UUID.class),
        row.getObject("user_id", UUID.class),
        row.getObject("parent_id", UUID.class),
        Message.Role.valueOf(row.getString("role")),
        row.getString("content"),
        Message.Status.valueOf(row.getString("status")),
        usage(row),
        row.getTimestamp("created_at").toInstant());
  }

  private static Message.@Nullable Usage usage(ResultSet row) throws SQLException {
    String model = row.getString("model");
    return model == null
        ? null
        : new Message.Usage(
            model,
            row.getLong("input_tokens"),
            row.getLong("output_tokens"),
            row.getLong("cost_micros"),
            row.getString("currency"));
  }
}
