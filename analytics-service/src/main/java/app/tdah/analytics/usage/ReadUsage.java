package app.tdah.analytics.usage;

import app.tdah.analytics.zone.TimeZones;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reports one user's usage, all of it as of one moment. */
@Service
class ReadUsage {

  private final Rollups rollups;
  private final TimeZones timeZones;
  private final Clock clock;

  ReadUsage(Rollups rollups, TimeZones timeZones, Clock clock) {
    this.rollups = rollups;
    this.timeZones = timeZones;
    this.clock = clock;
  }

  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  UsageReport report(
      UUID userId, @Nullable String from, @Nullable String to, Granularity granularity) {
    ZoneId zone = timeZones.of(userId);
    Period period = new PeriodReader(zone, clock).read(from, to, granularity);
    List<UsageItem> items = rollups.usage(userId, period);
    return new UsageReport(
        period.from(),
        period.to(),
        granularity,
        zone.getId(),
        items,
        UsageTotal.of(items),
        rollups.activity(userId, period));
  }
}
