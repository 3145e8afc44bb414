package app.tdah.chat.assistant.tools;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;

/** Reads the moments that models write. */
final class Moments {

  private static final LocalTime MORNING = LocalTime.of(9, 0);
  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("yyyy-MM-dd['T'HH:mm[:ss[.SSS]][XXX]['['VV']']]");

  private Moments() {}

  /**
   * A moment in ISO 8601: with an offset, as the clock in the zone shows it, or a day alone, which
   * means nine in the morning.
   *
   * @throws IllegalArgumentException when it is none
   */
  static Instant read(String text, ZoneId zone) {
    try {
      TemporalAccessor read =
          ISO.parseBest(
              text.strip(),
              ZonedDateTime::from,
              OffsetDateTime::from,
              LocalDateTime::from,
              LocalDate::from);
      return switch (read) {
        case ZonedDateTime zoned -> zoned.toInstant();
        case OffsetDateTime offset -> offset.toInstant();
        case LocalDateTime local -> local.atZone(zone).toInstant();
        case LocalDate day -> day.atTime(MORNING).atZone(zone).toInstant();
        default -> throw new IllegalArgumentException(text);
      };
    } catch (DateTimeException e) {
      return precise(text, e);
    }
  }

  /** With a fraction of another length. */
  private static Instant precise(String text, DateTimeException cause) {
    try {
      return Instant.parse(text.strip());
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("no moment: " + text, cause);
    }
  }
}
