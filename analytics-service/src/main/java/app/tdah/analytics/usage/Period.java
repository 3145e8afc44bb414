package app.tdah.analytics.usage;

import java.time.Instant;
import java.time.ZoneId;

/**
 * What is asked about.
 *
 * @param from inclusive, at a quarter of an hour
 * @param to exclusive, at a quarter of an hour
 * @param zone whose days and months it is cut into
 */
record Period(Instant from, Instant to, Granularity granularity, ZoneId zone) {}
