package app.tdah.oauth.provider;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A calendar entry, in the shape that events carry. It has either moments ({@code startAt}) or,
 * when it lasts whole days, dates ({@code startDate}); the end is exclusive in both.
 *
 * @param status {@code confirmed} or {@code tentative}
 */
public record CalendarEvent(
    String title,
    @Nullable Instant startAt,
    @Nullable Instant endAt,
    @Nullable LocalDate startDate,
    @Nullable LocalDate endDate,
    @Nullable String location,
    @Nullable String url,
    String status) {

  /** The kind in {@code ItemSynced}. */
  public static final String KIND = "CALENDAR_EVENT";
}
