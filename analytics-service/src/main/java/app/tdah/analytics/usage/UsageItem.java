package app.tdah.analytics.usage;

import java.time.Instant;

/**
 * What one meter counted in one hour, day or month.
 *
 * @param start when that began in the user's time zone
 * @param meter such as {@code ai.tokens.input}
 * @param costMicros millionths of the currency unit
 * @param currency ISO 4217
 */
record UsageItem(
    Instant start, String meter, long quantity, String unit, long costMicros, String currency) {}
