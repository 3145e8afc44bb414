package app.tdah.user.phone;

import app.tdah.defaults.ids.Ids;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Counts the codes that were sent: a pause between two to one number, and so many an hour for a
 * user and for a number. Removing and adding a number again changes nothing.
 */
@Component
class CodeSends {

  private static final Duration WINDOW = Duration.ofHours(1);

  private final JdbcClient jdbc;
  private final PhoneProperties properties;
  private final Clock clock;

  CodeSends(JdbcClient jdbc, PhoneProperties properties, Clock clock) {
    this.jdbc = jdbc;
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * Counts one more; the caller holds the locks of user and number.
   *
   * @throws CodeSentTooOften when a limit says no
   */
  void claim(UUID userId, String numberIndex) {
    Instant now = clock.instant();
    List<Instant> byUser = recent("user_id", userId, now);
    List<Instant> byNumber = recent("number_index", numberIndex, now);
    Instant free = latest(nextFree(byUser), nextFree(byNumber), pauseEnd(userId, numberIndex));
    if (free != null && free.isAfter(now)) {
      throw new CodeSentTooOften(Duration.between(now, free));
    }
    jdbc.sql("insert into code_sends (id, user_id, number_index, sent_at) values (?, ?, ?, ?)")
        .params(Ids.next(), userId, numberIndex, Timestamp.from(now))
        .update();
  }

  @Scheduled(initialDelayString = "PT15M", fixedDelayString = "PT1H")
  void forget() {
    jdbc.sql("delete from code_sends where sent_at < ?")
        .param(Timestamp.from(clock.instant().minus(WINDOW)))
        .update();
  }

  private List<Instant> recent(String column, Object value, Instant now) {
    return jdbc.sql(
            "select sent_at from code_sends where %s = ? and sent_at > ? order by sent_at desc"
                .formatted(column))
        .params(value, Timestamp.from(now.minus(WINDOW)))
        .query((row, n) -> row.getTimestamp(1).toInstant())
        .list();
  }

  private @Nullable Instant nextFree(List<Instant> newestFirst) {
    int max = properties.maxCodesPerHour();
    return newestFirst.size() < max ? null : newestFirst.get(max - 1).plus(WINDOW);
  }

  private @Nullable Instant pauseEnd(UUID userId, String numberIndex) {
    return jdbc.sql(
            "select sent_at from code_sends where user_id = ? and number_index = ?"
                + " order by sent_at desc limit 1")
        .params(userId, numberIndex)
        .query((row, n) -> row.getTimestamp(1).toInstant())
        .optional()
        .map(sent -> sent.plus(properties.resendAfter()))
        .orElse(null);
  }

  private static @Nullable Instant latest(@Nullable Instant... candidates) {
    Instant latest = null;
    for (Instant candidate : candidates) {
      if (candidate != null && (latest == null || candidate.isAfter(latest))) {
        latest = candidate;
      }
    }
    return latest;
  }
}
