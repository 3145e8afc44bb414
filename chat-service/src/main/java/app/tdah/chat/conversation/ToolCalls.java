package app.tdah.chat.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The tool calls of all answers. */
@Component
public class ToolCalls {

  private final JdbcClient jdbc;
  private final Clock clock;

  ToolCalls(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Those of some messages, in the order in which they were wanted. */
  @Transactional(readOnly = true)
  public List<ToolCall> ofMessages(List<UUID> messageIds) {
    if (messageIds.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(
            "select * from tool_calls where message_id in (:ids) order by message_id, round, ordinal")
        .param("ids", messageIds)
        .query(ToolCalls::row)
        .list();
  }

  /** Writes down what will be run. */
  @Transactional
  public void add(ToolCall call) {
    jdbc.sql(
            "insert into tool_calls (id, message_id, round, ordinal, call_id, name, arguments,"
                + " status, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            call.id(),
            call.messageId(),
            call.round(),
            call.ordinal(),
            call.callId(),
            call.name(),
            call.arguments(),
            call.status().name(),
            Timestamp.from(clock.instant()))
        .update();
  }

  /** Keeps others from running it until this transaction ends; empty when it has run already. */
  @Transactional
  public Optional<ToolCall> lockUnfinished(UUID id) {
    return jdbc.sql("select * from tool_calls where id = ? and status = 'RUNNING' for update")
        .param(id)
        .query(ToolCalls::row)
        .optional();
  }

  /** Writes down what came of it. */
  @Transactional
  public ToolCall finish(UUID id, ToolCall.Status status, String result) {
    return jdbc.sql(
            "update tool_calls set status = ?, result = ?, finished_at = ? where id = ? returning *")
        .params(status.name(), result, Timestamp.from(clock.instant()), id)
        .query(ToolCalls::row)
        .single();
  }

  private static ToolCall row(ResultSet row, int number) throws SQLException {
    return new ToolCall(
        row.getObject("id", UUID.class),
        row.getObject("message_id", UUID.class),
        row.getInt("round"),
        row.getInt("ordinal"),
        row.getString("call_id"),
        row.getString("name"),
        row.getString("arguments"),
        ToolCall.Status.valueOf(row.getString("status")),
        row.getString("result"));
  }
}
