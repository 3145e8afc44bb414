package app.tdah.defaults.events;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/** Forgets what is too old to be delivered again. */
class InboxRetention {

  private static final Duration KEEP = Duration.ofDays(14);

  private final JdbcClient jdbc;
  private final Clock clock;

  InboxRetention(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
  void forget() {
    Timestamp before = Timestamp.from(clock.instant().minus(KEEP));
    jdbc.sql("delete from inbox where handled_at < ?").param(before).update();
    jdbc.sql("delete from idempotency_keys where created_at < ?").param(before).update();
  }
}
