package app.tdah.analytics.usage;

import java.time.Duration;
import java.time.Instant;

/**
 * Quarters of an hour, the grain of the rollups: no time zone's day begins anywhere else, so that
 * sums can be cut by any user's days, also after a move.
 */
final class Buckets {

  private static final long SECONDS = Duration.ofMinutes(15).toSeconds();

  private Buckets() {}

  static Instant floor(Instant moment) {
    return Instant.ofEpochSecond(Math.floorDiv(moment.getEpochSecond(), SECONDS) * SECONDS);
  }

  static Instant ceiling(Instant moment) {
    Instant floor = floor(moment);
    return floor.equals(moment) ? moment : floor.plusSeconds(SECONDS);
  }
}
