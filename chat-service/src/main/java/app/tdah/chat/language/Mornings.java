package app.tdah.chat.language;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/** When a day without a time is meant. */
final class Mornings {

  private static final LocalTime NINE = LocalTime.of(9, 0);

  private Mornings() {}

  /** Nine o'clock, or in an hour when that has passed. */
  static ZonedDateTime of(LocalDate day, ZonedDateTime now) {
    ZonedDateTime morning = ZonedDateTime.of(day, NINE, now.getZone());
    return morning.isAfter(now) ? morning : now.plusHours(1).withNano(0);
  }
}
