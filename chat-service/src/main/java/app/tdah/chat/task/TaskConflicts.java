package app.tdah.chat.task;

import app.tdah.defaults.ids.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the values that lost until their user has looked at them. */
@Component
class TaskConflicts {

  private static final String CONFLICT =
      "select id, task_id, field, kept, other, created_at from task_conflicts"
          + " where user_id = :user and resolved_at is null";

  private static final TypeReference<LinkedHashMap<String, @Nullable Object>> VALUE =
      new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clock clock;

  TaskConflicts(JdbcClient jdbc, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  void add(
      Task task,
      String field,
      Map<String, @Nullable Object> kept,
      Map<String, @Nullable Object> other) {
    jdbc.sql(
            "insert into task_conflicts (id, user_id, task_id, field, kept, other, created_at)"
                + " values (?, ?, ?, ?, ?::jsonb, ?::jsonb, ?)")
        .params(
            Ids.next(),
            task.userId(),
            task.getId(),
            field,
            json.writeValueAsString(kept),
            json.writeValueAsString(other),
            Timestamp.from(clock.instant()))
        .update();
  }

  /** Those that wait, the newest first, from the one after the cursor on. */
  List<TaskConflictView> page(UUID userId, @Nullable UUID taskId, @Nullable UUID after, int limit) {
    return jdbc.sql(
            CONFLICT
                + " and (:task::uuid is null or task_id = :task)"
                + " and (:after::uuid is null or id < :after) order by id desc limit :limit")
        .param("user", userId)
        .param("task", taskId)
        .param("after", after)
        .param("limit", limit)
        .query(this::view)
        .list();
  }

  /** Those of some tasks that wait, the newest first. */
  List<TaskConflictView> of(UUID userId, Collection<UUID> taskIds, int limit) {
    return jdbc.sql(CONFLICT + " and task_id in (:tasks) order by id desc limit :limit")
        .param("user", userId)
        .param("tasks", taskIds)
        .param("limit", limit)
        .query(this::view)
        .list();
  }

  Optional<TaskConflictView> find(UUID userId, UUID id) {
    return jdbc.sql(CONFLICT + " and id = :id")
        .param("user", userId)
        .param("id", id)
        .query(this::view)
        .optional();
  }

  void resolved(UUID id) {
    jdbc.sql("update task_conflicts set resolved_at = ? where id = ?")
        .params(Timestamp.from(clock.instant()), id)
        .update();
  }

  private TaskConflictView view(ResultSet row, int number) throws SQLException {
    return new TaskConflictView(
        row.getObject("id", UUID.class),
        row.getObject("task_id", UUID.class),
        row.getString("field"),
        json.readValue(row.getString("kept"), VALUE),
        json.readValue(row.getString("other"), VALUE),
        Objects.requireNonNull(row.getTimestamp("created_at")).toInstant());
  }
}
