package app.tdah.chat.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecurrencesTests {

  private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
  private static final LocalDateTime START = LocalDateTime.of(2026, 12, 1, 9, 0);

  @Test
  void endsAfterItsCount() {
    assertThat(series("FREQ=DAILY;COUNT=3", START, 10)).hasSize(3);
  }

  @Test
  void endsAtAnEndInUtc() {
    assertThat(series("FREQ=DAILY;UNTIL=20261203T080000Z", START, 10))
        .containsExactly(START, START.plusDays(1), START.plusDays(2));
  }

  @Test
  void endsOnADay() {
    assertThat(series("FREQ=DAILY;UNTIL=20261203", START, 10)).hasSizeBetween(2, 3);
  }

  @Test
  void staysAtItsHourAfterTheClockSkippedIt() {
    LocalDateTime start = LocalDateTime.of(2027, 3, 27, 2, 30);
    assertThat(series("FREQ=DAILY", start, 3))
        .containsExactly(start, start.plusDays(1).plusHours(1), start.plusDays(2));
  }

  @Test
  void goesOnAfterYearsOfDowntime() {
    Instant start = START.atZone(MADRID).toInstant();
    Instant now = start.plus(Duration.ofDays(2000));
    assertThat(Recurrences.nextAfter("FREQ=MINUTELY", start, now, MADRID))
        .contains(now.plusSeconds(60));
  }

  @Test
  void aDayThatNeverComesIsTheEnd() {
    assertThat(
            Recurrences.nextAfter(
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", START, Instant.now(), MADRID))
        .isEmpty();
  }

  @Test
  void the31stIsTheLastDayOfShorterMonths() {
    LocalDate january = LocalDate.of(2027, 1, 31);
    assertThat(
            Recurrences.nextAfter(
                "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1", january, january))
        .contains(LocalDate.of(2027, 2, 28));
  }

  private static List<LocalDateTime> series(String rule, LocalDateTime start, int atMost) {
    List<LocalDateTime> series = new ArrayList<>();
    Optional<Instant> next = Optional.of(start.atZone(MADRID).toInstant());
    while (next.isPresent() && series.size() < atMost) {
      series.add(LocalDateTime.ofInstant(next.get(), MADRID));
      next = Recurrences.nextAfter(rule, start, next.get(), MADRID);
    }
    return series;
  }
}
