package app.tdah.chat.plan;

import app.tdah.chat.calendar.Calendar;
import app.tdah.chat.calendar.CalendarItem;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The time between the events of a user's calendars; whole days leave it free. */
@Component
class Gaps {

  private static final Duration WITHOUT_END = Duration.ofMinutes(30);

  private final Calendar calendar;

  Gaps(Calendar calendar) {
    this.calendar = calendar;
  }

  /** Minutes until the next event of today begins; null when none does. */
  @Nullable Integer untilNext(UUID userId, ZonedDateTime now) {
    return calendar.on(userId, now.toLocalDate(), now.getZone()).stream()
        .map(CalendarItem::startAt)
        .filter(Objects::nonNull)
        .filter(start -> start.isAfter(now.toInstant()))
        .min(Comparator.naturalOrder())
        .map(start -> (int) Duration.between(now.toInstant(), start).toMinutes())
        .orElse(null);
  }

  /** The events with times of a day, in order. */
  List<Busy> busy(UUID userId, LocalDate day, ZoneId zone) {
    return calendar.on(userId, day, zone).stream().flatMap(Gaps::busy).toList();
  }

  private static Stream<Busy> busy(CalendarItem item) {
    Instant start = item.startAt();
    if (start == null) {
      return Stream.empty();
    }
    Instant end = item.endAt() == null ? start.plus(WITHOUT_END) : item.endAt();
    return Stream.of(new Busy(item.title(), start, end));
  }
}
