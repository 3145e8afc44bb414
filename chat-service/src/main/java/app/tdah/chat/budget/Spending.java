package app.tdah.chat.budget;

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
import org.springframework.stereotype.Repository;

/** The rows of budgets. Periods are always changed in the same order, everybody's first. */
@Repository
class Spending {

  private final JdbcClient jdbc;

  Spending(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What a period has cost, and what answers in the making may add. */
  record Sum(long spent, long reserved) {}

  /** What an answer in the making holds. */
  record Reservation(UUID userId, List<String> periods, long micros) {}

  /** Adds to what is reserved unless that passes the limit; false when it would. */
  boolean reserve(Period period, long micros, @Nullable Long limit) {
    if (limit != null && micros > limit) {
      return false;
    }
    return jdbc.sql(
                """
                insert into spending as s (user_id, period, reserved_micros)
                values (:owner, :period, :micros)
                on conflict (user_id, period) do update
                   set reserved_micros = s.reserved_micros + excluded.reserved_micros
                 where cast(:limit as bigint) is null
                    or s.spent_micros + s.reserved_micros + excluded.reserved_micros <= :limit
                """)
            .param("owner", period.owner())
            .param("period", period.name())
            .param("micros", micros)
            .param("limit", limit)
            .update()
        == 1;
  }

  void spend(Period period, long reserved, long spent) {
    jdbc.sql(
            """
            insert into spending as s (user_id, period, spent_micros) values (:owner, :period, :spent)
            on conflict (user_id, period) do update
               set spent_micros = s.spent_micros + excluded.spent_micros,
                   reserved_micros = greatest(0, s.reserved_micros - :reserved)
            """)
        .param("owner", period.owner())
        .param("period", period.name())
        .param("spent", spent)
        .param("reserved", reserved)
        .update();
  }

  Sum of(Period period) {
    return jdbc.sql(
            "select spent_micros, reserved_micros from spending where user_id = ? and period = ?")
        .params(period.owner(), period.name())
        .query((row, number) -> new Sum(row.getLong(1), row.getLong(2)))
        .optional()
        .orElse(new Sum(0, 0));
  }

  /** True for the first who asks after so much was spent. */
  boolean claimWarning(Period period, long from) {
    return jdbc.sql(
                "update spending set warned = true where user_id = ? and period = ?"
                    + " and not warned and spent_micros >= ?")
            .params(period.owner(), period.name(), from)
            .update()
        == 1;
  }

  void hold(UUID turnId, Reservation reservation, Instant now) {
    jdbc.sql(
            """
            insert into reservations as r (turn_id, user_id, periods, micros, created_at)
            values (?, ?, ?, ?, ?)
            on conflict (turn_id) do update set micros = r.micros + excluded.micros
            """)
        .params(
            turnId,
            reservation.userId(),
            reservation.periods().toArray(String[]::new),
            reservation.micros(),
            Timestamp.from(now))
        .update();
  }

  Optional<Reservation> release(UUID turnId) {
    return jdbc.sql("delete from reservations where turn_id = ? returning *")
        .param(turnId)
        .query(Spending::reservation)
        .optional();
  }

  /** Of answers that nobody makes any more. */
  List<UUID> abandoned(Instant before) {
    return jdbc.sql(
            """
            select r.turn_id from reservations r
             where r.created_at < ?
               and not exists (select from turns t where t.assistant_message_id = r.turn_id)
             limit 100
            """)
        .param(Timestamp.from(before))
        .query(UUID.class)
        .list();
  }

  Limits own(UUID userId) {
    return jdbc.sql("select * from budgets where user_id = ?")
        .param(userId)
        .query((row, number) ->
            new Limits(
                row.getObject("day_limit_micros", Long.class),
                row.getObject("month_limit_micros", Long.class)))
        .optional()
        .orElse(Limits.NONE);
  }

  void limit(UUID userId, Limits limits) {
    jdbc.sql(
            """
            insert into budgets (user_id, day_limit_micros, month_limit_micros) values (?, ?, ?)
            on conflict (user_id) do update
               set day_limit_micros = excluded.day_limit_micros,
                   month_limit_micros = excluded.month_limit_micros
            """)
        .params(Arrays.asList(userId, limits.day(), limits.month()))
        .update();
  }

  private static Reservation reservation(ResultSet row, int number) throws SQLException {
    return new Reservation(
        row.getObject("user_id", UUID.class),
        List.of((String[]) row.getArray("periods").getArray()),
        row.getLong("micros"));
  }
}
