package app.tdah.user.notification;

import app.tdah.defaults.ids.Ids;
import app.tdah.user.notification.Route.Leg;
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

  /** A delivery that a worker, or the daily summary, shall make. */
  void add(Notification notification, Leg leg) {
    add(notification, leg, leg.digest() ? "DIGEST" : "PENDING");
  }

  /** It shows in the app by being there. */
  void addShown(Notification notification) {
    add(notification, new Leg(Channel.IN_APP, null, clock.instant(), false), "SENT");
  }

  private void add(Notification notification, Leg leg, String status) {
    jdbc.sql(
            """
            insert into deliveries (id, notification_id, user_id, channel, target, status, attempts,
              next_attempt_at, due_at, created_at, finished_at)
            values (:id, :notification, :user, :channel, :target, :status, 0,
              case when :status <> 'SENT' then :at::timestamptz end, :at, :now,
              case when :status = 'SENT' then :now::timestamptz end)
            """)
        .param("id", Ids.next())
        .param("notification", notification.id())
        .param("user", notification.userId())
        .param("channel", leg.channel().name())
        .param("target", leg.target())
        .param("status", status)
        .param("at", Timestamp.from(leg.at()))
        .param("now", now(Duration.ZERO))
        .update();
  }

  /** E-mail instead, when the last browser is gone and nothing else told the user; else false. */
  boolean addInstead(Notification notification) {
    return jdbc.sql(
                """
                insert into deliveries (id, notification_id, user_id, channel, status, attempts,
                  next_attempt_at, due_at, created_at)
                select :id, :notification, :user, 'EMAIL', 'PENDING', 0, :now, :now, :now
                where not exists (select 1 from deliveries where notification_id = :notification
                  and channel <> 'IN_APP' and status not in ('GONE', 'FAILED', 'EXPIRED'))
                on conflict do nothing
                """)
            .param("id", Ids.next())
            .param("notification", notification.id())
            .param("user", notification.userId())
            .param("now", now(Duration.ZERO))
            .update()
        == 1;
  }

  List<Claimed> claim(Channel channel, int limit, Duration lease) {
    return jdbc.sql(
            """
            update deliveries set status = 'SENDING', attempts = attempts + 1,
              next_attempt_at = :leaseEnd
            where id in (
              select id from deliveries
              where channel = :channel and status in ('PENDING', 'SENDING')
                and next_attempt_at <= :now
              order by next_attempt_at limit :limit for update skip locked)
            returning id, notification_id, target, attempts, due_at
            """)
        .param("channel", channel.name())
        .param("leaseEnd", now(lease))
        .param("now", now(Duration.ZERO))
        .param("limit", limit)
        .query((row, number) ->
            new Claimed(
                row.getObject("id", UUID.class),
                row.getObject("notification_id", UUID.class),
                channel,
                row.getObject("target", UUID.class),
                row.getInt("attempts"),
                row.getTimestamp("due_at").toInstant()))
        .list();
  }

  /**
   * Ends it as {@code SENT}, {@code FAILED}, {@code EXPIRED} or {@code GONE}; false when the lease
   * was lost.
   */
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
   * @param target the push subscription, for push
   * @param attempt 1 for the first
   * @param dueAt when it was meant to leave
   */
  record Claimed(
      UUID id,
      UUID notificationId,
      Channel channel,
      @Nullable UUID target,
      int attempt,
      Instant dueAt) {}
}
