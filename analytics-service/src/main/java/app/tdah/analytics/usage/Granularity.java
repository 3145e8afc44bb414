package app.tdah.analytics.usage;

import java.time.Duration;
import java.util.Locale;

/** How a period is cut, and how long a period can be that is cut so. */
enum Granularity {
  HOUR(31),
  DAY(366),
  MONTH(5 * 366);

  private final Duration longest;

  Granularity(int longestDays) {
    // One hour more: a month in which clocks go back.
    this.longest = Duration.ofDays(longestDays).plusHours(1);
  }

  Duration longest() {
    return longest;
  }

  /** PostgreSQL's name, for {@code date_trunc}. */
  String sqlUnit() {
    return name().toLowerCase(Locale.ROOT);
  }
}
