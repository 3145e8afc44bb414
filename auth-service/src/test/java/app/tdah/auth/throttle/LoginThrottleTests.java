package app.tdah.auth.throttle;

import static app.tdah.auth.throttle.ThrottleKind.PASSWORD;
import static app.tdah.auth.throttle.ThrottleKind.TOTP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tdah.auth.throttle.ThrottleProperties.Limit;
import app.tdah.auth.token.OpaqueToken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.data.redis.RedisConnectionFailureException;

class LoginThrottleTests {

  private static final ThrottleProperties THREE =
      new ThrottleProperties(limit(3), limit(4), limit(5));
  private static final OpaqueToken KNOWN = OpaqueToken.generate();
  private static final Optional<OpaqueToken> NO_DEVICE = Optional.empty();

  private final Hands clock = new Hands();
  private final LoginThrottle throttle =
      new LoginThrottle(
          new Away(),
          new LocalFailures(clock),
          (account, device) -> account.equals("ana") && device.equals(KNOWN),
          THREE,
          clock);

  @Test
  void delaysDoubleAndRetryAfterIsRightToTheSecond() {
    fail("ana", "192.0.2.1", 3);
    assertWaits("ana", "192.0.2.1", 30);
    clock.advance(Duration.ofMillis(20_500));
    assertWaits("ana", "192.0.2.1", 9.5);
    clock.advance(Duration.ofMillis(9_500));
    assertFree("ana", "192.0.2.1");
    assertThatThrownBy(() -> throttle.failed("ana", "192.0.2.1"))
        .isInstanceOf(TooManyFailures.class);
    assertWaits("ana", "192.0.2.1", 60);
    clock.advance(Duration.ofSeconds(60));
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> throttle.failed("ana", "192.0.2.1"))
          .isInstanceOf(TooManyFailures.class);
    }
    assertWaits("ana", "192.0.2.1", 300); // the longest
    clock.advance(Duration.ofHours(1));
    fail("ana", "192.0.2.1", 2);
    assertFree("ana", "192.0.2.1");
  }

  @Test
  void aStrangerDoesNotLockTheOwnerOut() {
    fail("ana", "192.0.2.1", 3);
    assertFree("ana", "192.0.2.2");
    for (int i = 10; i < 20; i++) {
      throttle.failed("ana", "192.0.2." + i);
    }
    assertThatThrownBy(() -> throttle.check("ana", "192.0.2.99"))
        .isInstanceOf(TooManyFailures.class);
    Optional<OpaqueToken> own = Optional.of(KNOWN);
    assertThatCode(() -> throttle.check(PASSWORD, "ana", "192.0.2.1", own))
        .doesNotThrowAnyException();
    Optional<OpaqueToken> madeUp = Optional.of(OpaqueToken.generate());
    assertThatThrownBy(() -> throttle.check(PASSWORD, "ana", "192.0.2.1", madeUp))
        .isInstanceOf(TooManyFailures.class);
  }

  @Test
  void aKnownDeviceHasACounterOfItsOwn() {
    Optional<OpaqueToken> own = Optional.of(KNOWN);
    for (int i = 0; i < 3; i++) {
      throttle.failed(PASSWORD, "ana", "192.0.2.1", own);
    }
    assertThatThrownBy(() -> throttle.check(PASSWORD, "ana", "192.0.2.7", own))
        .isInstanceOf(TooManyFailures.class);
    assertFree("ana", "192.0.2.1");
    throttle.succeeded(PASSWORD, "ana", "192.0.2.1", own);
    assertThatCode(() -> throttle.check(PASSWORD, "ana", "192.0.2.7", own))
        .doesNotThrowAnyException();
  }

  @Test
  void oneAddressThatTriesManyAccountsHasToWait() {
    for (int i = 0; i < 5; i++) {
      assertFree("user" + i, "192.0.2.1");
      throttle.failed("user" + i, "192.0.2.1");
    }
    assertWaits("somebody else", "192.0.2.1", 30);
    assertFree("somebody else", "192.0.2.2");
    assertThatCode(() -> throttle.check(PASSWORD, "ana", "192.0.2.1", Optional.of(KNOWN)))
        .doesNotThrowAnyException();
  }

  @Test
  void kindsAreCountedApart() {
    fail("ana", "192.0.2.1", 3);
    assertThatCode(() -> throttle.check(TOTP, "ana", "192.0.2.1", NO_DEVICE))
        .doesNotThrowAnyException();
  }

  @Test
  void successStartsFromZero() {
    fail("ana", "192.0.2.1", 2);
    throttle.succeeded("ana", "192.0.2.1");
    fail("ana", "192.0.2.1", 2);
    assertFree("ana", "192.0.2.1");
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 192.0.2.1",
    "2001:db8:1:2:3:4:5:6, 2001:db8:1:2::/64",
    "2001:0DB8:1:2::9, 2001:db8:1:2::/64",
    "::1, 0:0:0:0::/64",
    "fe80::1%eth0, fe80:0:0:0::/64",
    "::ffff:192.0.2.1, 192.0.2.1",
    "nonsense:zz, nonsense:zz:0:0::/64",
  })
  void oneCustomerIsOneAddress(String address, String block) {
    assertThat(AddressBlock.of(address)).isEqualTo(block);
  }

  private void fail(String account, String address, int times) {
    for (int i = 0; i < times; i++) {
      throttle.failed(account, address);
    }
  }

  private void assertFree(String account, String address) {
    assertThatCode(() -> throttle.check(account, address)).doesNotThrowAnyException();
  }

  private void assertWaits(String account, String address, double seconds) {
    assertThatThrownBy(() -> throttle.check(account, address))
        .isInstanceOfSatisfying(
            TooManyFailures.class,
            e -> assertThat(e.delay()).isEqualTo(Duration.ofMillis((long) (seconds * 1000))));
  }

  private static Limit limit(int allowed) {
    return new Limit(allowed, Duration.ofHours(1), Duration.ofSeconds(30), Duration.ofMinutes(5));
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

  /** Redis, out of reach. */
  private static final class Away implements Failures {

    @Override
    public Count add(Counter counter) {
      throw new RedisConnectionFailureException("away");
    }

    @Override
    public Duration blockedFor(Collection<String> keys) {
      throw new RedisConnectionFailureException("away");
    }

    @Override
    public void clear(String key) {
      throw new RedisConnectionFailureException("away");
    }
  }
}
