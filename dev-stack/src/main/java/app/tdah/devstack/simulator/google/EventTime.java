package app.tdah.devstack.simulator.google;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import tools.jackson.databind.JsonNode;

/**
 * Reads the {@code start} or {@code end} of an event: a day, or a moment with or without offset.
 */
final class EventTime {
  private EventTime() {}

  static Instant instant(JsonNode time, ZoneId zone) {
    try {
      if (time.path("date").isString()) {
        return LocalDate.parse(time.path("date").stringValue()).atStartOfDay(zone).toInstant();
      }
      String text = time.path("dateTime").asString("");
      if (hasOffset(text)) {
        return OffsetDateTime.parse(text).toInstant();
      }
      JsonNode own = time.path("timeZone");
      return LocalDateTime.parse(text)
          .atZone(own.isString() ? ZoneId.of(own.stringValue()) : zone)
          .toInstant();
    } catch (DateTimeException e) {
      throw GoogleError.bad("dateTime", "Invalid value for: " + time);
    }
  }

  /** A query parameter such as {@code timeMin}: RFC 3339 with a mandatory offset. */
  static Instant parameter(String name, String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw GoogleError.bad(name, "Bad Request");
    }
  }

  private static boolean hasOffset(String text) {
    return text.matches(".*T.*(Z|z|[+-]\\d{2}:?\\d{2})");
  }
}
