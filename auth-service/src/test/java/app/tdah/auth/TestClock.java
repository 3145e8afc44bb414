package app.tdah.auth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** The system's clock, which a test can put forward, and stop. */
public final class TestClock extends Clock {

  private volatile Duration ahead = Duration.ZERO;

  private volatile Clock base = Clock.systemUTC();

  /** Stands still, until it is started again, but for {@link #advance}. */
  public void stop() {
    base = Clock.fixed(Instant.now().truncatedTo(ChronoUnit.SECONDS), ZoneOffset.UTC);
  }

  public void start() {
    base = Clock.systemUTC();
  }

  public void advance(Duration duration) {
    ahead = ahead.plus(duration);
  }

  @Override
  public Instant instant() {
    return base.instant().plus(ahead);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
