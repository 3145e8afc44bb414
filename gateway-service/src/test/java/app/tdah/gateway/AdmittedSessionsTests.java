package app.tdah.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class AdmittedSessionsTests {

  private final Hands clock = new Hands();
  private final AdmittedSessions sessions = new AdmittedSessions(clock);

  @Test
  void aSessionIsKnownForAsLongAsItsTokenLives() {
    sessions.remember("a");
    clock.advance(Duration.ofSeconds(599));
    assertThat(sessions.knows("a")).isTrue();
    clock.advance(Duration.ofSeconds(1));
    assertThat(sessions.knows("a")).isFalse();
    sessions.remember("b");
    sessions.forget("b");
    assertThat(sessions.knows("b")).isFalse();
  }

  @Test
  void theOldAreSweptOutOnceAMinuteHoweverManyThereAre() {
    sessions.remember("a");
    clock.advance(Duration.ofSeconds(30));
    sessions.remember("b");
    clock.advance(Duration.ofSeconds(570)); // a is old, b is not
    sessions.remember("c");
    assertThat(sessions.size()).isEqualTo(2);
    clock.advance(Duration.ofSeconds(30)); // b is old, and the last sweep not
    sessions.remember("c");
    assertThat(sessions.size()).isEqualTo(2);
    clock.advance(Duration.ofSeconds(30));
    sessions.remember("c");
    assertThat(sessions.size()).isEqualTo(1);
  }

  /** A clock that stands still until it is put forward. */
  private static final class Hands extends Clock {

    private Instant now = Instant.parse("2026-03-01T08:00:00Z");

    void advance(Duration duration) {
      now = now.plus(duration);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
