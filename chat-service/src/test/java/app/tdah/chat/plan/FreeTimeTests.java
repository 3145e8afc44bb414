package app.tdah.chat.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FreeTimeTests {

  private static final Instant NINE = Instant.parse("2026-03-04T09:00:00Z");
  private static final Instant FIVE = Instant.parse("2026-03-04T17:00:00Z");

  @Test
  void theFirstGapThatIsLongEnoughIsTaken() {
    FreeTime free = new FreeTime(NINE, FIVE);
    free.without(at(20), at(60));
    assertThat(free.first(Duration.ofMinutes(20))).contains(NINE);
    assertThat(free.first(Duration.ofMinutes(21))).contains(at(60));
    assertThat(free.minutes()).isEqualTo(480 - 40);
    free.without(at(0), at(480));
    assertThat(free.first(Duration.ofMinutes(1))).isEmpty();
    assertThat(new FreeTime(FIVE, NINE).first(Duration.ZERO)).isEmpty();
  }

  @Test
  void whatIsFoundIsNeverTakenAlready() {
    Random random = new Random(5);
    for (int round = 0; round < 200; round++) {
      FreeTime free = new FreeTime(NINE, FIVE);
      boolean[] taken = new boolean[480];
      for (int event = 0; event < 6; event++) {
        int from = random.nextInt(600) - 60;
        int to = from + random.nextInt(120);
        free.without(at(from), at(to));
        for (int minute = Math.max(0, from); minute < Math.min(480, to); minute++) {
          taken[minute] = true;
        }
      }
      int length = 1 + random.nextInt(60);
      free.first(Duration.ofMinutes(length))
          .ifPresent(start -> {
            int from = (int) Duration.between(NINE, start).toMinutes();
            for (int minute = from; minute < from + length; minute++) {
              assertThat(taken[minute]).isFalse();
            }
          });
    }
  }

  private static Instant at(int minutes) {
    return NINE.plus(Duration.ofMinutes(minutes));
  }
}
