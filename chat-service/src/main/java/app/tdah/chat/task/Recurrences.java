package app.tdah.chat.task;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import org.jspecify.annotations.Nullable;

/**
 * Finds the next moment of a recurrence rule in wall-clock time, so that five o'clock stays five
 * o'clock.
 */
public final class Recurrences {

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
    return nextAfter(rule, LocalDateTime.ofInstant(start, zone), after, zone);
  }

  /**
   * The first day after {@code after} in a series that starts with {@code start}; empty when it has
   * ended.
   */
  public static Optional<LocalDate> nextAfter(String rule, LocalDate start, LocalDate after) {
    return next(rule, start.atStartOfDay(), after.atStartOfDay(), ZoneOffset.UTC)
        .map(LocalDateTime::toLocalDate);
  }

  /**
   * The first moment after {@code after} in a series that starts when the clock in the zone shows
   * {@code start}; empty when it has ended.
   */
  public static Optional<Instant> nextAfter(
      String rule, LocalDateTime start, Instant after, ZoneId zone) {
    return next(rule, start, LocalDateTime.ofInstant(after, zone), zone)
        .map(local -> ZonedDateTime.of(local, zone).toInstant());
  }

  /** When a task is due again after it was done; null when it does not recur any more. */
  static @Nullable Occurrence next(TaskDetails details, ZoneId zone, Instant now) {
    String rule = details.recurrence();
    if (rule == null) {
      return null;
    }
    if (details.dueAt() != null) {
      Instant after = details.dueAt().isAfter(now) ? details.dueAt() : now;
      return nextAfter(rule, details.dueAt(), after, zone)
          .map(next -> new Occurrence(next, null))
          .orElse(null);
    }
    LocalDate today = LocalDate.ofInstant(now, zone);
    LocalDate start = details.dueDate() == null ? today : details.dueDate();
    return nextAfter(rule, start, start.isAfter(today) ? start : today)
        .map(next -> new Occurrence(null, next))
        .orElse(null);
  }

  private static Optional<LocalDateTime> next(
      String rule, LocalDateTime start, LocalDateTime after, ZoneId zone) {
    try {
      RecurrenceRuleIterator occurrences = parsed(rule, zone).iterator(floating(start));
      occurrences.fastForward(floating(after));
      while (occurrences.hasNext()) {
        LocalDateTime next = local(occurrences.nextDateTime());
        if (next.isAfter(after)) {
          return Optional.of(next);
        }
      }
      return Optional.empty();
    } catch (InvalidRecurrenceRuleException e) {
      throw new IllegalArgumentException("not a recurrence rule: " + rule, e);
    } catch (IllegalArgumentException e) {
      // The library gives up on rules that never hold, such as every 30th of February.
      return Optional.empty();
    }
  }

  /** An end in UTC, as RFC 5545 section 3.3.10 has it, becomes what the clock in the zone shows. */
  private static RecurrenceRule parsed(String text, ZoneId zone)
      throws InvalidRecurrenceRuleException {
    RecurrenceRule rule = new RecurrenceRule(text);
    DateTime until = rule.getUntil();
    if (until != null && !until.isFloating()) {
      rule.setUntil(
          floating(LocalDateTime.ofInstant(Instant.ofEpochMilli(until.getTimestamp()), zone)));
    }
    return rule;
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
