package app.tdah.user.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTests {

  private final Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(60));

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 2", "5, 16", "7, 60", "1000, 60"})
  void doublesUpToALimit(int attempt, int seconds) {
    assertThat(backoff.after(attempt, drawing(0.5))).isEqualTo(Duration.ofSeconds(seconds));
  }

  @Test
  void spreadsByAQuarterBothWays() {
    assertThat(backoff.after(1, drawing(0))).isEqualTo(Duration.ofMillis(750));
    assertThat(backoff.after(1, drawing(0.999)))
        .isBetween(Duration.ofMillis(1240), Duration.ofMillis(1250));
  }

  private static RandomGenerator drawing(double value) {
    return new RandomGenerator() {
      @Override
      public long nextLong() {
        return 0;
      }

      @Override
      public double nextDouble() {
        return value;
      }
    };
  }
}
