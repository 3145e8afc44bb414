package app.tdah.analytics.usage;

import java.time.Instant;
import java.util.List;

/**
 * What a user used and did in a period. Hours, days and months without anything are left out.
 *
 * @param from inclusive
 * @param to exclusive
 * @param timeZone whose days and months {@code start} is of
 */
record UsageReport(
    Instant from,
    Instant to,
    Granularity granularity,
    String timeZone,
    List<UsageItem> items,
    List<UsageTotal> totals,
    List<ActivityItem> activity) {}
