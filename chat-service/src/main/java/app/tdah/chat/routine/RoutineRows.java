package app.tdah.chat.routine;

import app.tdah.chat.routine.RoutinePlan.PlannedStep;
import app.tdah.defaults.ids.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of routines and their steps. */
@Component
class RoutineRows {

  private final JdbcClient jdbc;

  RoutineRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False when there is one with this id already. */
  boolean insert(UUID id, UUID userId, RoutinePlan plan, Instant at) {
    int rows =
        jdbc.sql(
                """
                insert into routines
                  (id, user_id, name, days, at_time, remind, created_at, updated_at, version)
                values (?, ?, ?, ?, ?, ?, ?, ?, 0) on conflict (id) do nothing
                """)
            .params(
                Arrays.asList(
                    id,
                    userId,
                    plan.name(),
                    Weekday.joined(plan.days()),
                    time(plan),
                    plan.remind(),
                    Timestamp.from(at),
                    Timestamp.from(at)))
            .update();
    return rows > 0;
  }

  void update(UUID id, RoutinePlan plan, Instant at) {
    jdbc.sql(
            """
            update routines set name = ?, days = ?, at_time = ?, remind = ?, updated_at = ?,
                   version = version + 1
             where id = ?
            """)
        .params(
            Arrays.asList(
                plan.name(),
                Weekday.joined(plan.days()),
                time(plan),
                plan.remind(),
                Timestamp.from(at),
                id))
        .update();
  }

  private static @Nullable Time time(RoutinePlan plan) {
    return plan.time() == null ? null : Time.valueOf(plan.time());
  }

  /** Keeps the steps that have ids, with their history; adds the new ones, forgets the rest. */
  void putSteps(UUID id, UUID userId, List<PlannedStep> steps) {
    List<UUID> kept = steps.stream().map(PlannedStep::id).filter(Objects::nonNull).toList();
    jdbc.sql("delete from routine_steps where routine_id = ? and not (id = any(?))")
        .params(id, kept.toArray(UUID[]::new))
        .update();
    for (int position = 0; position < steps.size(); position++) {
      putStep(id, userId, position, steps.get(position));
    }
  }

  private void putStep(UUID id, UUID userId, int position, PlannedStep step) {
    jdbc.sql(
            """
            insert into routine_steps (id, routine_id, user_id, position, title, minutes)
            values (?, ?, ?, ?, ?, ?)
            on conflict (id) do update
              set position = excluded.position, title = excluded.title, minutes = excluded.minutes
            """)
        .params(
            Arrays.asList(
                step.id() == null ? Ids.next() : step.id(),
                id,
                userId,
                position,
                step.title(),
                step.minutes()))
        .update();
  }

  void remindedBy(UUID id, @Nullable UUID reminderId) {
    jdbc.sql("update routines set reminder_id = ? where id = ?")
        .params(Arrays.asList(reminderId, id))
        .update();
  }

  void delete(UUID id) {
    jdbc.sql("delete from routines where id = ?").param(id).update();
  }

  Optional<Routine> find(UUID userId, UUID id) {
    return jdbc.sql("select * from routines where id = ? and user_id = ?")
        .params(id, userId)
        .query(this::routine)
        .optional();
  }

  /** The same, with nobody else changing it until the transaction ends. */
  Optional<Routine> lock(UUID userId, UUID id) {
    return jdbc.sql("select * from routines where id = ? and user_id = ? for update")
        .params(id, userId)
        .query(this::routine)
        .optional();
  }

  /** Newest first, from the one after the cursor on. */
  List<Routine> page(UUID userId, @Nullable UUID after, int limit) {
    return jdbc.sql(
            """
            select * from routines
             where user_id = :user and (cast(:after as uuid) is null or id < :after)
             order by id desc limit :limit
            """)
        .param("user", userId)
        .param("after", after)
        .param("limit", limit)
        .query(this::routine)
        .list();
  }

  private Routine routine(ResultSet row, int number) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    Time time = row.getTime("at_time");
    RoutinePlan plan =
        new RoutinePlan(
            row.getString("name"),
            Weekday.split(row.getString("days")),
            time == null ? null : time.toLocalTime(),
            row.getBoolean("remind"),
            steps(id));
    return new Routine(
        id,
        row.getObject("user_id", UUID.class),
        plan,
        row.getObject("reminder_id", UUID.class),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("updated_at").toInstant(),
        row.getLong("version"));
  }

  private List<PlannedStep> steps(UUID id) {
    return jdbc.sql(
            "select id, title, minutes from routine_steps where routine_id = ? order by position")
        .param(id)
        .query((row, number) ->
            new PlannedStep(
                row.getObject("id", UUID.class),
                row.getString("title"),
                row.getObject("minutes", Integer.class)))
        .list();
  }
}
