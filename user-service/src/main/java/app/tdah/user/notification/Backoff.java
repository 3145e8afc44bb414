package app.tdah.user.notification;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Doubling delays with jitter, so that all mail that failed together does not come back together.
 *
 * @param first before jitter
 * @param longest before jitter
 */
record Backoff(Duration first, Duration longest) {

  private static final int MAX_DOUBLINGS = 20;

  /** 75 to 125 per cent of the doubled delay; {@code attempt} is 1 after the first failure. */
  Duration after(int attempt, RandomGenerator random) {
    long doubled = first.toMillis() << Math.min(attempt - 1, MAX_DOUBLINGS);
    long capped = Math.min(doubled, longest.toMillis());
    return Duration.ofMillis((long) (capped * (0.75 + random.nextDouble() / 2)));
  }
}
