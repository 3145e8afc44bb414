package app.tdah.auth.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyScheduleTests {

  private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
  private static final KeyProperties PROPERTIES =
      new KeyProperties(Duration.ofDays(30), Duration.ofMinutes(15), Duration.ofMinutes(11));

  @Test
  void theFirstKeySignsAtOnce() {
    assertThat(schedule().nextStart(START)).contains(START);
  }

  @Test
  void keysThatAClockAheadOfItsTimeMadeLeaveNobodyWithoutAKey() {
    assertThat(schedule(START.plusSeconds(60)).nextStart(START)).contains(START);
  }

  @Test
  void theNextKeyIsPublishedBeforeItSigns() {
    Instant worn = START.plus(Duration.ofDays(30));
    Instant due = worn.minus(Duration.ofMinutes(15));
    assertThat(schedule(START).nextStart(due.minusSeconds(1))).isEmpty();
    assertThat(schedule(START).nextStart(due)).contains(worn);
  }

  @Test
  void aPublishedSuccessorIsEnough() {
    Instant worn = START.plus(Duration.ofDays(30));
    assertThat(schedule(START, worn).nextStart(worn.minusSeconds(60))).isEmpty();
  }

  @Test
  void aKeyIsOverWhenItsLastTokenIs() {
    Instant successor = START.plus(Duration.ofDays(30));
    KeySchedule schedule = schedule(START, successor);
    assertThat(schedule.over(successor.plus(Duration.ofMinutes(11)))).isEmpty();
    assertThat(schedule.over(successor.plus(Duration.ofMinutes(11)).plusSeconds(1)))
        .containsExactly(0);
    assertThat(schedule().over(START)).isEmpty();
  }

  private static KeySchedule schedule(Instant... starts) {
    return new KeySchedule(List.of(starts), PROPERTIES);
  }
}
