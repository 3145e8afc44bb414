package app.tdah.analytics.usage;

import java.time.Instant;

/**
 * How often something happened in one hour, day or month.
 *
 * @param start when that began in the user's time zone
 * @param type the event's CloudEvents type, such as {@code
 *     app.tdah.communication.task-completed.v1}
 */
record ActivityItem(Instant start, String type, long count) {}
