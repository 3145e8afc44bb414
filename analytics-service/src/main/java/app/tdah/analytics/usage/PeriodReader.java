package app.tdah.analytics.usage;

import app.tdah.defaults.web.FieldProblem;
import app.tdah.defaults.web.ProblemException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Reads {@code from} and {@code to}: dates are the user's days, both included; instants (RFC 3339)
 * are taken as they are, {@code to} excluded. A missing {@code to} is the end of today, a missing
 * {@code from} the start of the day in which the period ends.
 */
final class PeriodReader {

  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

  private final ZoneId zone;
  private final LocalDate today;
  private final List<FieldProblem> problems = new ArrayList<>();

  PeriodReader(ZoneId zone, Clock clock) {
    this.zone = zone;
    this.today = LocalDate.ofInstant(clock.instant(), zone);
  }

  /**
   * @throws ProblemException 400 with code {@code validation-failed} that names {@code from} and
   *     {@code to} where they are wrong
   */
  Period read(@Nullable String from, @Nullable String to, Granularity granularity) {
    Instant end = to == null ? startOf(today.plusDays(1)) : moment("to", to, 1);
    Instant start = from == null ? dayBefore(end) : moment("from", from, 0);
    if (problems.isEmpty()) {
      check(start, end, granularity);
    }
    if (!problems.isEmpty()) {
      throw new ProblemException(
              HttpStatus.BAD_REQUEST, "validation-failed", "The period cannot be read.")
          .fieldErrors(problems);
    }
    return new Period(Buckets.floor(start), Buckets.ceiling(end), granularity, zone);
  }

  private void check(Instant start, Instant end, Granularity granularity) {
    if (!end.isAfter(start)) {
      problems.add(new FieldProblem("to", "must be later than from; a day includes all of itself"));
    } else if (Duration.between(start, end).compareTo(granularity.longest()) > 0) {
      problems.add(
          new FieldProblem(
              "to",
              "must be at most %d days after from when granularity is %s"
                  .formatted(granularity.longest().toDays(), granularity)));
    }
  }

  private Instant moment(String field, String text, int daysLater) {
    try {
      Instant moment =
          text.contains("T")
              ? OffsetDateTime.parse(text).toInstant()
              : startOf(LocalDate.parse(text).plusDays(daysLater));
      if (!moment.isBefore(EARLIEST) && !moment.isAfter(LATEST)) {
        return moment;
      }
    } catch (DateTimeException e) {
      // Answered below, as for a moment that is out of range.
    }
    problems.add(
        new FieldProblem(
            field, "must be a date such as 2026-11-20 or an instant such as 2026-11-20T08:00:00Z"));
    return EARLIEST;
  }

  private Instant dayBefore(Instant end) {
    return startOf(LocalDate.ofInstant(end.minusMillis(1), zone));
  }

  private Instant startOf(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }
}
