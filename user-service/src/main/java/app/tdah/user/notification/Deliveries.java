package app.tdah.user.notification;

import app.tdah.defaults.ids.Ids;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who still has to be told, by which channel. A claim is a lease: when its holder dies, the row
 * comes up again. Each claim counts one attempt, and only the holder of the latest may close it.
 */
@Repository
class Deliveries {

  private final JdbcClient jdbc;
  private final Clock clock;

  Deliveries(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** A delivery that the worker shall make. */
  void addPending(Notification notification, Channel channel) {
    add(Ids.next(), notification, channel, "PENDING");
  }

  /** A delivery that is made by being written down, in the same transaction. */
  UUID addSent(Notification notification, Channel channel) {
    UUID id = Ids.next();
    add(id, notification, channel, "SENT");
    return id;
  }

  private void add(UUID id, Notification notification, Channel channel, String status) {
    Timestamp now = now(Duration.ZERO);
    jdbc.sql(
            """
            insert into deliveries (id, notification_id, user_id, channel, status, attempts,
              next_attempt_at, created_at, finished_at)
            values (:id, :notification, :user, :channel, :status, 0,
              case when :status = 'PENDING' then :now::timestamptz end, :now,
              case when :status = 'SENT' then :now::timestamptz end)
            """)
        .param("id", id)
        .param("notification", notification.id())
        .param("user", notification.userId())
        .param("channel", channel.name())
        .param("status", status)
        .param("now", now)
        .update();
  }

  List<Claimed> claim(int limit, Duration lease) {
    return jdbc.sql(
            """
            update deliveries set status = 'SENDING', attempts = attempts + 1,
              next_attempt_at = :leaseEnd
            where id in (
              select id from deliveries
              where status in ('PENDING', 'SENDING') and next_attempt_at <= :now
              order by next_attempt_at limit :limit for update skip locked)
            returning id, notification_id, attempts, created_at
            """)
        .param("leaseEnd", now(lease))
        .param("now", now(Duration.ZERO))
        .param("limit", limit)
        .query((row, number) ->
            new Claimed(
                row.getObject("id", UUID.class),
                row.getObject("notification_id", UUID.class),
                row.getInt("attempts"),
                row.getTimestamp("created_at").toInstant()))
        .list();
  }

  /** Ends it as {@code SENT}, {@code FAILED} or {@code EXPIRED}; false when the lease was lost. */
  boolean finish(Claimed claimed, String status, @Nullable String error) {
    return jdbc.sql(
                """
                update deliveries set status = ?, finished_at = ?, next_attempt_at = null,
                  last_error = ?
                where id = ? and status = 'SENDING' and attempts = ?
                """)
            .param(status)
            .param(now(Duration.ZERO))
            .param(error)
            .param(claimed.id())
            .param(claimed.attempt())
            .update()
        == 1;
  }

  /** Gives it back for another attempt. */
  void postpone(Claimed claimed, Duration delay, String reason) {
    jdbc.sql(
            """
            update deliveries set status = 'PENDING', next_attempt_at = ?, last_error = ?
            where id = ? and status = 'SENDING' and attempts = ?
            """)
        .params(now(delay), reason, claimed.id(), claimed.attempt())
        .update();
  }

  private Timestamp now(Duration later) {
    return Timestamp.from(clock.instant().plus(later));
  }

  /**
   * A lease.
   *
   * @param attempt 1 for the first
   */
  record Claimed(UUID id, UUID notificationId, int attempt, Instant createdAt) {}
}
