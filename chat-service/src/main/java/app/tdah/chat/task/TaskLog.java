package app.tdah.chat.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The operation log: what every change of a task was before and after it. */
@Component
class TaskLog {

  private static final String ENTRY =
      "select id, user_id, kind, at, undoes, undone_by from task_operations ";

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clock clock;

  TaskLog(JdbcClient jdbc, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  /** An operation; {@code undoneBy} is null while it is in effect. */
  record Entry(
      UUID id,
      UUID userId,
      OperationKind kind,
      Instant at,
      @Nullable UUID undoes,
      @Nullable UUID undoneBy) {}

  /** What an operation did to a task; null where it was not there. */
  record Change(
      UUID operationId, UUID taskId, @Nullable TaskState before, @Nullable TaskState after) {}

  /** That a task is gone, and what it was before. */
  record Deletion(Instant at, TaskState before) {}

  /** Holds the user's other changes back until this transaction ends, on every replica. */
  void lock(UUID userId) {
    jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended(?, 0))")
        .param("tasks " + userId)
        .query(Integer.class)
        .single();
  }

  /** Writes an operation down once its tasks are in the database. */
  void write(TaskOperation operation) {
    jdbc.sql("insert into task_operations (id, user_id, kind, at, undoes) values (?, ?, ?, ?, ?)")
        .param(operation.id())
        .param(operation.userId())
        .param(operation.kind().name())
        .param(Timestamp.from(clock.instant()))
        .param(operation.undoes())
        .update();
    int ordinal = 0;
    for (TaskOperation.Touched touched : operation.touched()) {
      write(operation, touched, ordinal++);
    }
  }

  private void write(TaskOperation operation, TaskOperation.Touched touched, int ordinal) {
    boolean removed = touched.effect() == TaskOperation.Effect.REMOVED;
    jdbc.sql(
            "insert into task_operation_changes (operation_id, user_id, task_id, ordinal,"
                + " state_before, state_after) values (?, ?, ?, ?, ?::jsonb, ?::jsonb)")
        .param(operation.id())
        .param(operation.userId())
        .param(touched.task().getId())
        .param(ordinal)
        .param(text(touched.before()))
        .param(removed ? null : text(TaskState.of(touched.task())))
        .update();
  }

  Optional<Entry> find(UUID userId, UUID id, Instant since) {
    return jdbc.sql(ENTRY + "where id = ? and user_id = ? and at > ?")
        .params(id, userId, Timestamp.from(since))
        .query(TaskLog::entry)
        .optional();
  }

  /** The last thing that the user did and did not undo. */
  Optional<Entry> newest(UUID userId, Instant since) {
    return jdbc.sql(
            ENTRY
                + "where user_id = ? and undone_by is null and undoes is null and at > ?"
                + " order by id desc limit 1")
        .params(userId, Timestamp.from(since))
        .query(TaskLog::entry)
        .optional();
  }

  List<Entry> page(UUID userId, @Nullable UUID after, Instant since, int limit) {
    return jdbc.sql(
            ENTRY
                + "where user_id = :user and at > :since and (:after::uuid is null or id < :after)"
                + " order by id desc limit :limit")
        .param("user", userId)
        .param("since", Timestamp.from(since))
        .param("after", after)
        .param("limit", limit)
        .query(TaskLog::entry)
        .list();
  }

  /** What operations did, in the order in which they did it. */
  List<Change> changes(List<UUID> operationIds) {
    if (operationIds.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(
            "select operation_id, task_id, state_before, state_after from task_operation_changes"
                + " where operation_id in (:ids) order by operation_id, ordinal")
        .param("ids", operationIds)
        .query((row, number) ->
            new Change(
                row.getObject("operation_id", UUID.class),
                row.getObject("task_id", UUID.class),
                state(row.getString("state_before")),
                state(row.getString("state_after"))))
        .list();
  }

  /** When a task was deleted last, and what it was; empty when that is not known. */
  Optional<Deletion> deletion(UUID userId, UUID taskId) {
    return jdbc.sql(
            "select o.at, c.state_before from task_operation_changes c join task_operations o"
                + " on o.id = c.operation_id where c.task_id = ? and c.user_id = ?"
                + " and c.state_after is null and c.state_before is not null"
                + " order by c.operation_id desc limit 1")
        .params(taskId, userId)
        .query((row, number) ->
            new Deletion(
                Objects.requireNonNull(row.getTimestamp("at")).toInstant(),
                json.readValue(row.getString("state_before"), TaskState.class)))
        .optional();
  }

  /** Says who undid an operation; null when it is in effect again. */
  void undone(UUID id, @Nullable UUID by) {
    jdbc.sql("update task_operations set undone_by = ? where id = ?").param(by).param(id).update();
  }

  private @Nullable String text(@Nullable TaskState state) {
    return state == null ? null : json.writeValueAsString(state);
  }

  private @Nullable TaskState state(@Nullable String text) {
    return text == null ? null : json.readValue(text, TaskState.class);
  }

  private static Entry entry(ResultSet row, int number) throws SQLException {
    return new Entry(
        row.getObject("id", UUID.class),
        row.getObject("user_id", UUID.class),
        OperationKind.valueOf(row.getString("kind")),
        Objects.requireNonNull(row.getTimestamp("at")).toInstant(),
        row.getObject("undoes", UUID.class),
        row.getObject("undone_by", UUID.class));
  }
}
