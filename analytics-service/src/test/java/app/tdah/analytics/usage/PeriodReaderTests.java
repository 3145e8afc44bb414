package app.tdah.analytics.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tdah.defaults.web.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodReaderTests {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-20T23:30:00Z"), ZoneOffset.UTC);

  @Test
  void isTodayWhereTheUserIs() {
    Period madrid = read("Europe/Madrid", null, null);

    assertThat(madrid.from()).isEqualTo("2026-11-20T23:00:00Z");
    assertThat(madrid.to()).isEqualTo("2026-11-21T23:00:00Z");
  }

  @Test
  void datesAreDaysOfTheUserAndBothIncluded() {
    Period kolkata = read("Asia/Kolkata", "2026-11-01", "2026-11-02");

    assertThat(kolkata.from()).isEqualTo("2026-10-31T18:30:00Z");
    assertThat(kolkata.to()).isEqualTo("2026-11-02T18:30:00Z");
  }

  @Test
  void aDayHasTheHoursThatItHas() {
    Period change = read("Europe/Madrid", "2026-10-25", "2026-10-25");

    assertThat(change.from()).isEqualTo("2026-10-24T22:00:00Z");
    assertThat(change.to()).isEqualTo("2026-10-25T23:00:00Z");
  }

  @Test
  void instantsAreWidenedToQuartersOfAnHour() {
    Period period = read("UTC", "2026-11-20T08:07:00Z", "2026-11-20T10:10:00+01:00");

    assertThat(period.from()).isEqualTo("2026-11-20T08:00:00Z");
    assertThat(period.to()).isEqualTo("2026-11-20T09:15:00Z");
  }

  @Test
  void aMissingStartIsTheDayOfTheEnd() {
    Period period = read("UTC", null, "2026-11-10");

    assertThat(period.from()).isEqualTo("2026-11-10T00:00:00Z");
    assertThat(period.to()).isEqualTo("2026-11-11T00:00:00Z");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-21, 2026-11-20",
    "2026-11-20T08:00:00Z, 2026-11-20T08:00:00Z",
    "yesterday, 2026-11-20",
    "2026-02-30, 2026-11-20",
    "2026-11-20, 2026-11-20T25:00:00Z",
    "2026-11-20, +999999999-12-31",
    "1999-12-31, 1999-12-31",
    "2025-01-01, 2026-11-20"
  })
  void refusesWhatIsNoPeriod(String from, String to) {
    assertThatThrownBy(() -> read("UTC", from, to))
        .isInstanceOf(ProblemException.class)
        .extracting("code")
        .isEqualTo("validation-failed");
  }

  @ParameterizedTest
  @CsvSource({
    "HOUR, 2026-10-01, 2026-10-31",
    "DAY, 2024-01-01, 2024-12-31",
    "MONTH, 2022-01-01, 2026-12-31"
  })
  void acceptsTheLongestPeriods(Granularity granularity, String from, String to) {
    assertThatCode(
            () -> new PeriodReader(ZoneId.of("Europe/Madrid"), CLOCK).read(from, to, granularity))
        .doesNotThrowAnyException();
  }

  private static Period read(String zone, String from, String to) {
    return new PeriodReader(ZoneId.of(zone), CLOCK).read(from, to, Granularity.DAY);
  }
}
