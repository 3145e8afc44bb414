package app.tdah.chat.plan;

import app.tdah.chat.task.TaskView;
import app.tdah.defaults.ids.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was worked on tasks, and what they took in the end. */
@Component
class Actuals {

  private static final int NEWEST = 300;

  private final JdbcClient jdbc;

  Actuals(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What is known of a task that is not done yet. */
  record Work(@Nullable Instant startedAt, int focusMinutes) {}

  void begun(UUID userId, UUID taskId, Instant at) {
    jdbc.sql(
            """
            insert into task_work (task_id, user_id, started_at) values (?, ?, ?)
            on conflict (task_id) do update
              set started_at = coalesce(task_work.started_at, excluded.started_at)
            """)
        .params(taskId, userId, Timestamp.from(at))
        .update();
  }

  void paused(UUID taskId) {
    jdbc.sql("update task_work set started_at = null where task_id = ? and started_at is not null")
        .param(taskId)
        .update();
  }

  /** Nothing happens for a task that is gone or another user's. */
  void focused(UUID userId, UUID taskId, int minutes) {
    jdbc.sql(
            """
            insert into task_work (task_id, user_id, focus_minutes)
            select id, user_id, ? from tasks where id = ? and user_id = ?
            on conflict (task_id) do update
              set focus_minutes = task_work.focus_minutes + excluded.focus_minutes
            """)
        .params(minutes, taskId, userId)
        .update();
  }

  /** Takes what is known of a task away. */
  Optional<Work> take(UUID taskId) {
    return jdbc.sql("delete from task_work where task_id = ? returning started_at, focus_minutes")
        .param(taskId)
        .query(Actuals::work)
        .optional();
  }

  private static Work work(ResultSet row, int number) throws SQLException {
    Timestamp started = row.getTimestamp("started_at");
    return new Work(started == null ? null : started.toInstant(), row.getInt("focus_minutes"));
  }

  void add(UUID userId, TaskView task, int estimate, int minutes, Instant at) {
    jdbc.sql(
            """
            insert into task_actuals
              (id, user_id, task_id, estimate_minutes, actual_minutes, tags, at)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            Ids.next(),
            userId,
            task.id(),
            estimate,
            minutes,
            task.tags().toArray(String[]::new),
            Timestamp.from(at))
        .update();
  }

  /** More work on a task that was done lately; false when there is nothing to add it to. */
  boolean extend(UUID taskId, int minutes, Instant since) {
    return jdbc.sql(
                """
                update task_actuals set actual_minutes = actual_minutes + ?
                 where id = (select id from task_actuals where task_id = ? and at >= ?
                              order by id desc limit 1)
                """)
            .params(minutes, taskId, Timestamp.from(since))
            .update()
        > 0;
  }

  List<Sample> of(UUID userId) {
    return jdbc.sql(
            "select estimate_minutes, actual_minutes, tags from task_actuals where user_id = ?"
                + " order by id desc limit "
                + NEWEST)
        .param(userId)
        .query(Actuals::sample)
        .list();
  }

  private static Sample sample(ResultSet row, int number) throws SQLException {
    String[] tags = (String[]) row.getArray("tags").getArray();
    return new Sample(row.getInt(1), row.getInt(2), Arrays.asList(tags));
  }
}
