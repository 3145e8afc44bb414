package app.tdah.user.notification;

import app.tdah.defaults.web.CursorRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was sent to a user, by which channel, and how that went. */
@Repository
class DeliveryLog {

  private final JdbcClient jdbc;

  DeliveryLog(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Newest first. */
  List<Entry> of(UUID userId, CursorRequest page) {
    return jdbc.sql(
            """
            select d.id, d.notification_id, n.template, d.channel, d.status, d.attempts,
              d.created_at, d.next_attempt_at, d.finished_at, d.last_error
            from deliveries d join notifications n on n.id = d.notification_id
            where d.user_id = :user and (:after::uuid is null or d.id < :after::uuid)
            order by d.id desc limit :limit
            """)
        .param("user", userId)
        .param("after", page.after())
        .param("limit", page.fetch())
        .query(DeliveryLog::read)
        .list();
  }

  private static Entry read(ResultSet row, int number) throws SQLException {
    return new Entry(
        row.getObject("id", UUID.class),
        row.getObject("notification_id", UUID.class),
        row.getString("template"),
        Channel.valueOf(row.getString("channel")),
        Status.valueOf(row.getString("status")),
        row.getInt("attempts"),
        row.getTimestamp("created_at").toInstant(),
        instant(row.getTimestamp("next_attempt_at")),
        instant(row.getTimestamp("finished_at")),
        row.getString("last_error"));
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }

  enum Status {
    /** Waits for its time, or for another attempt. */
    PENDING,
    SENDING,
    SENT,
    /** The other side refused it for good. */
    FAILED,
    /** It could not be brought out in time. */
    EXPIRED,
    /** The browser or phone is not there any more. */
    GONE,
    /** Waits for the daily summary. */
    DIGEST,
    /** Went out in a daily summary. */
    SUMMARIZED
  }

  /**
   * One delivery.
   *
   * @param nextAttemptAt when it is tried next, or, while it is being sent, again after a crash
   * @param problem of the last attempt, in technical words
   */
  record Entry(
      UUID id,
      UUID notificationId,
      String template,
      Channel channel,
      Status status,
      int attempts,
      Instant createdAt,
      @Nullable Instant nextAttemptAt,
      @Nullable Instant finishedAt,
      @Nullable String problem) {}
}
