package app.tdah.chat.routine;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was done of routines, day by day. */
@Component
class RoutineHistory {

  private final JdbcClient jdbc;

  RoutineHistory(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void done(Routine routine, UUID stepId, LocalDate day, Instant at) {
    jdbc.sql(
            "insert into routine_completions (step_id, on_day, user_id, at) values (?, ?, ?, ?)"
                + " on conflict do nothing")
        .params(stepId, Date.valueOf(day), routine.userId(), Timestamp.from(at))
        .update();
    count(routine, day);
  }

  void undone(Routine routine, UUID stepId, LocalDate day) {
    jdbc.sql("delete from routine_completions where step_id = ? and on_day = ?")
        .params(stepId, Date.valueOf(day))
        .update();
    count(routine, day);
  }

  /** Counts a day by the steps that there are now. */
  void count(Routine routine, LocalDate day) {
    jdbc.sql(
            """
            insert into routine_days (routine_id, on_day, user_id, done, steps)
            values (:id, :day, :user,
              (select count(*) from routine_completions c join routine_steps s on s.id = c.step_id
                where s.routine_id = :id and c.on_day = :day),
              (select count(*) from routine_steps where routine_id = :id))
            on conflict (routine_id, on_day) do update
              set done = excluded.done, steps = excluded.steps
            """)
        .param("id", routine.id())
        .param("day", Date.valueOf(day))
        .param("user", routine.userId())
        .update();
  }

  /** The steps that were done on a day. */
  Set<UUID> on(UUID routineId, LocalDate day) {
    return jdbc
        .sql(
            "select c.step_id from routine_completions c join routine_steps s on s.id = c.step_id"
                + " where s.routine_id = ? and c.on_day = ?")
        .params(routineId, Date.valueOf(day))
        .query(UUID.class)
        .list()
        .stream()
        .collect(Collectors.toSet());
  }

  /** The share that was done on each day with any, from a day on. */
  Map<LocalDate, Double> shares(UUID routineId, LocalDate from) {
    Map<LocalDate, Double> shares = new HashMap<>();
    jdbc.sql(
            "select on_day, done, steps from routine_days"
                + " where routine_id = ? and on_day >= ? and steps > 0")
        .params(routineId, Date.valueOf(from))
        .query((row, number) ->
            shares.put(
                row.getDate("on_day").toLocalDate(), row.getDouble("done") / row.getInt("steps")))
        .list();
    return shares;
  }
}
