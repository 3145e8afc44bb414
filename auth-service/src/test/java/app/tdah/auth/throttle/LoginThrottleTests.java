package app.tdah.auth.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tdah.auth.TestClock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.RedisConnectionFailureException;

class LoginThrottleTests {

  private static final ThrottleProperties THREE = new ThrottleProperties(3, Duration.ofMinutes(15));

  private final TestClock clock = new TestClock();
  private final LocalFailures local = new LocalFailures(THREE, clock);

  @Test
  void blocksAfterTheLastFailureUntilTheWindowEnds() {
    for (int i = 0; i < 3; i++) {
      assertThat(local.blockedFor("ana")).isEmpty();
      local.add("ana");
    }
    assertThat(local.blockedFor("ana"))
        .hasValueSatisfying(wait -> assertThat(wait).isBetween(minutes(14), minutes(15)));
    assertThat(local.blockedFor("bob")).isEmpty();
    clock.advance(minutes(15));
    assertThat(local.blockedFor("ana")).isEmpty();
    local.add("ana");
    assertThat(local.blockedFor("ana")).isEmpty();
  }

  @Test
  void successStartsFromZero() {
    local.add("ana");
    local.add("ana");
    local.clear("ana");
    local.add("ana");
    assertThat(local.blockedFor("ana")).isEmpty();
  }

  @Test
  void countsInThisProcessWhileRedisIsAway() {
    LoginThrottle throttle = new LoginThrottle(new Away(), local, THREE, clock);
    for (int i = 0; i < 3; i++) {
      assertThatCode(() -> throttle.check("ana", "192.0.2.1")).doesNotThrowAnyException();
      throttle.failed("ana", "192.0.2.1");
    }
    assertThatThrownBy(() -> throttle.check("ana", "192.0.2.1"))
        .isInstanceOf(LoginThrottle.TooManyFailures.class);
    assertThatCode(() -> throttle.check("ana", "192.0.2.2")).doesNotThrowAnyException();
  }

  private static Duration minutes(int minutes) {
    return Duration.ofMinutes(minutes);
  }

  /** Redis, out of reach. */
  private static final class Away implements Failures {

    @Override
    public long add(String key) {
      throw new RedisConnectionFailureException("away");
    }

    @Override
    public Optional<Duration> blockedFor(String key) {
      throw new RedisConnectionFailureException("away");
    }

    @Override
    public void clear(String key) {
      throw new RedisConnectionFailureException("away");
    }
  }
}
