package app.tdah.chat.reminder;

import app.tdah.defaults.ids.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reminders that were told and wait for an answer: at most one row waits for each reminder. */
@Repository
class NudgeRows {

  private final JdbcClient jdbc;
  private final Clock clock;

  NudgeRows(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * A nudge that waits.
   *
   * @param moment when the reminder was due
   * @param rung how often it has been repeated
   */
  record Waiting(UUID id, UUID userId, UUID reminderId, Instant moment, int rung) {}

  /** Waits for an answer from now on; what still waits for the same reminder begins anew. */
  void open(UUID userId, UUID reminderId, Instant moment, @Nullable Instant nextAt) {
    jdbc.sql(
            """
            insert into nudges (id, user_id, reminder_id, moment, rung, status, told_at, next_at)
            values (?, ?, ?, ?, 0, 'WAITING', ?, ?)
            on conflict (reminder_id) where status = 'WAITING' do update set
              moment = excluded.moment, rung = 0, told_at = excluded.told_at,
              next_at = excluded.next_at
            """)
        .param(Ids.next())
        .param(userId)
        .param(reminderId)
        .param(Timestamp.from(moment))
        .param(now())
        .param(at(nextAt))
        .update();
  }

  /** What is to be told again, apart from what another replica tells just now. */
  List<Waiting> lockDue(int limit) {
    return jdbc.sql(
            """
            select id, user_id, reminder_id, moment, rung from nudges
             where status = 'WAITING' and next_at <= ?
             order by next_at limit ? for update skip locked
            """)
        .params(now(), limit)
        .query(NudgeRows::waiting)
        .list();
  }

  void toldAgain(UUID id, @Nullable Instant nextAt) {
    jdbc.sql("update nudges set rung = rung + 1, told_at = ?, next_at = ? where id = ?")
        .param(now())
        .param(at(nextAt))
        .param(id)
        .update();
  }

  void postpone(UUID id, Instant nextAt) {
    jdbc.sql("update nudges set next_at = ? where id = ?")
        .params(Timestamp.from(nextAt), id)
        .update();
  }

  /** The one told last between two moments. */
  Optional<Waiting> last(UUID userId, Instant from, Instant until) {
    return jdbc.sql(
            """
            select id, user_id, reminder_id, moment, rung from nudges
             where user_id = ? and status = 'WAITING' and told_at > ? and told_at <= ?
             order by told_at desc, id desc limit 1
            """)
        .params(userId, Timestamp.from(from), Timestamp.from(until))
        .query(NudgeRows::waiting)
        .optional();
  }

  /** False when none waited. */
  boolean close(UUID reminderId, String status, @Nullable String answer) {
    return jdbc.sql(
                """
                update nudges set status = ?, answer = ?, closed_at = ?, next_at = null
                 where reminder_id = ? and status = 'WAITING'
                """)
            .param(status)
            .param(answer)
            .param(now())
            .param(reminderId)
            .update()
        == 1;
  }

  void closeOfTask(UUID taskId) {
    jdbc.sql(
            """
            update nudges set status = 'ANSWERED', closed_at = ?, next_at = null
             where status = 'WAITING'
               and reminder_id in (select id from reminders where task_id = ?)
            """)
        .params(now(), taskId)
        .update();
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }

  private static @Nullable Timestamp at(@Nullable Instant moment) {
    return moment == null ? null : Timestamp.from(moment);
  }

  private static Waiting waiting(ResultSet row, int number) throws SQLException {
    return new Waiting(
        row.getObject("id", UUID.class),
        row.getObject("user_id", UUID.class),
        row.getObject("reminder_id", UUID.class),
        row.getTimestamp("moment").toInstant(),
        row.getInt("rung"));
  }
}
