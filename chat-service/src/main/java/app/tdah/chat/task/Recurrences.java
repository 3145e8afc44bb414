package app.tdah.chat.task;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/**
 * Finds the next moment of a recurrence rule in wall-clock time, so that five o'clock stays five
 * o'clock.
 */
public final class Recurrences {

  private static final int MAX_STEPS = 10_000;

  private Recurrences() {}

  /** Whether a text is a rule (RFC 5545 section 3.3.10, without the {@code RRULE:} prefix). */
  public static boolean isRule(String rule) {
    try {
      new RecurrenceRule(rule);
      return true;
    } catch (InvalidRecurrenceRuleException | IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * The first moment after {@code after} in a series that starts with {@code start}; empty when it
   * has ended.
   */
  public static Optional<Instant> nextAfter(
      String rule, Instant start, Instant after, ZoneId zone) {
    LocalDateTime afterLocal = LocalDateTime.ofInstant(after, zone);
    return next(rule, LocalDateTime.ofInstant(start, zone), afterLocal)
        .map(local -> ZonedDateTime.of(local, zone).toInstant());
  }

  /**
   * The first day after {@code after} in a series that starts with {@code start}; empty when it has
   * ended.
   */
  public static Optional<LocalDate> nextAfter(String rule, LocalDate start, LocalDate after) {
    return next(rule, start.atStartOfDay(), after.atStartOfDay()).map(LocalDateTime::toLocalDate);
  }

  private static Optional<LocalDateTime> next(
      String rule, LocalDateTime start, LocalDateTime after) {
    try {
      RecurrenceRuleIterator occurrences = new RecurrenceRule(rule).iterator(floating(start));
      for (int i = 0; i < MAX_STEPS && occurrences.hasNext(); i++) {
        LocalDateTime next = local(occurrences.nextDateTime());
        if (next.isAfter(after)) {
          return Optional.of(next);
        }
      }
      return Optional.empty();
    } catch (InvalidRecurrenceRuleException e) {
      throw new IllegalArgumentException("not a recurrence rule: " + rule, e);
    }
  }

  private static DateTime floating(LocalDateTime time) {
    return new DateTime(
        time.getYear(),
        time.getMonthValue() - 1,
        time.getDayOfMonth(),
        time.getHour(),
        time.getMinute(),
        time.getSecond());
  }

  private static LocalDateTime local(DateTime time) {
    return LocalDateTime.of(
        time.getYear(),
        time.getMonth() + 1,
        time.getDayOfMonth(),
        time.getHours(),
        time.getMinutes(),
        time.getSeconds());
  }
}
