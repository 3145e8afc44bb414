package app.tdah.chat.language;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/** Gathers date, time and recurrence of one line and says when that is. */
final class Moment {

  /** Between two 29ths of February there are at most this many years. */
  private static final int LEAP_YEARS = 8;

  final ZonedDateTime now;
  @Nullable LocalDate date;
  @Nullable LocalTime time;

  /** Whether the time may be meant before or after noon. */
  boolean ambiguous;

  @Nullable Instant exact;
  @Nullable String rule;
  @Nullable DayPart dayPart;

  /** When a stretch of time begins whose end is {@link #time}. */
  @Nullable LocalTime begins;

  /** The first day of a stretch whose last is {@link #date}. */
  @Nullable LocalDate firstDay;

  private @Nullable LocalDate first;

  Moment(ZonedDateTime now) {
    this.now = now;
  }

  /** Parts of a day and the hour that each stands for. */
  enum DayPart {
    MORNING(9),
    AFTERNOON(15),
    EVENING(19),
    NIGHT(20);

    final LocalTime hour;

    DayPart(int hour) {
      this.hour = LocalTime.of(hour, 0);
    }
  }

  LocalDate today() {
    return now.toLocalDate();
  }

  boolean on(@Nullable LocalDate day) {
    date = day;
    return day != null;
  }

  void repeats(String rrule, @Nullable LocalDate firstDay) {
    rule = rrule;
    first = firstDay;
  }

  /**
   * A day of a month; the next one that is not past when no year is given. Null where there is no
   * such day.
   */
  @Nullable LocalDate day(int month, int day, @Nullable Integer year) {
    try {
      if (year != null) {
        return LocalDate.of(year < 100 ? 2000 + year : year, month, day);
      }
      for (int next = now.getYear(); next <= now.getYear() + LEAP_YEARS; next++) {
        if (YearMonth.of(next, month).isValidDay(day)
            && !LocalDate.of(next, month, day).isBefore(today())) {
          return LocalDate.of(next, month, day);
        }
      }
      return null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** The next day with this number that is not past, on the last day of shorter months. */
  @Nullable LocalDate dayOfMonth(int day) {
    if (day < 1 || day > 31) {
      return null;
    }
    LocalDate month = today().withDayOfMonth(1);
    LocalDate candidate = month.withDayOfMonth(Math.min(day, month.lengthOfMonth()));
    if (candidate.isBefore(today())) {
      month = month.plusMonths(1);
      candidate = month.withDayOfMonth(Math.min(day, month.lengthOfMonth()));
    }
    return candidate;
  }

  /** The coming day of that name, never today. */
  LocalDate coming(DayOfWeek weekday) {
    return today().with(TemporalAdjusters.next(weekday));
  }

  /** The day of that name in the next week, which begins on Monday. */
  LocalDate inNextWeek(DayOfWeek weekday) {
    return today()
        .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
        .with(TemporalAdjusters.nextOrSame(weekday));
  }

  /** When it is due as a moment; null when no time was given. */
  @Nullable Instant dueAt() {
    if (exact != null) {
      return exact;
    }
    LocalTime hour = hour();
    if (hour == null) {
      return null;
    }
    LocalDate day = date;
    if (day == null && first != null) {
      day = first;
    }
    if (day == null) {
      day = today();
    }
    ZonedDateTime due = ZonedDateTime.of(day, hour, now.getZone());
    if (date == null && !due.isAfter(now)) {
      due = ZonedDateTime.of(rule == null ? day.plusDays(1) : afterFirst(day), hour, now.getZone());
    }
    return due.toInstant();
  }

  /** When it begins; null when only its end was given. */
  @Nullable Instant startAt() {
    Instant due = dueAt();
    if (begins != null && due != null) {
      LocalDate day = firstDay == null ? due.atZone(now.getZone()).toLocalDate() : firstDay;
      ZonedDateTime start = ZonedDateTime.of(day, begins, now.getZone());
      return (start.toInstant().isBefore(due) ? start : start.minusDays(1)).toInstant();
    }
    return firstDay == null ? null : firstDay.atStartOfDay(now.getZone()).toInstant();
  }

  private LocalDate afterFirst(LocalDate day) {
    String freq = rule == null ? "" : rule;
    if (freq.contains("BYDAY=MO,TU,WE,TH,FR")) {
      LocalDate next = day.plusDays(1);
      while (next.getDayOfWeek().getValue() > 5) {
        next = next.plusDays(1);
      }
      return next;
    }
    if (freq.startsWith("FREQ=WEEKLY")) {
      return day.plusWeeks(1);
    }
    return freq.startsWith("FREQ=MONTHLY") ? day.plusMonths(1) : day.plusDays(1);
  }

  /** Without am, pm or a part of the day, one to six o'clock is in the afternoon. */
  private @Nullable LocalTime hour() {
    if (time == null) {
      return dayPart == null ? null : dayPart.hour;
    }
    int hour = time.getHour();
    boolean later = dayPart == null ? hour <= 6 : dayPart != DayPart.MORNING && hour < 12;
    return ambiguous && later ? time.plusHours(12) : time;
  }

  /** The day it is due when no time was given. */
  @Nullable LocalDate dueDate() {
    if (dueAt() != null) {
      return null;
    }
    return date != null ? date : first;
  }
}
