package app.tdah.chat.calendar;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An event in a connected calendar: with times, or for whole days, of which the end is exclusive.
 */
public record CalendarItem(
    String title,
    @Nullable Instant startAt,
    @Nullable Instant endAt,
    @Nullable LocalDate startDate,
    @Nullable LocalDate endDate,
    @Nullable String location,
    @Nullable String url,
    @Nullable String status) {

  boolean cancelled() {
    return "cancelled".equalsIgnoreCase(status);
  }

  boolean dated() {
    return startAt != null || startDate != null;
  }
}
