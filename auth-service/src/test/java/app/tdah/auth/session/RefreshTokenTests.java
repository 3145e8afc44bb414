package app.tdah.auth.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tdah.auth.token.OpaqueToken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RefreshTokenTests {

  private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
  private static final SessionProperties LIFETIMES =
      new SessionProperties(
          true,
          Duration.ofMinutes(10),
          Duration.ofDays(30),
          Duration.ofDays(90),
          Duration.ofSeconds(10));

  private final RefreshFamily family =
      new RefreshFamily(
          UUID.randomUUID(),
          UUID.randomUUID(),
          new Device("phone", null, "192.0.2.1"),
          List.of("pwd"),
          LIFETIMES,
          at(Duration.ZERO));

  @Test
  void expirySlidesUpToTheAbsoluteEnd() {
    assertThat(family.expiresAt()).isEqualTo(START.plus(Duration.ofDays(30)));
    assertThat(family.advance(LIFETIMES, at(Duration.ofDays(20)))).isEqualTo(1);
    assertThat(family.expiresAt()).isEqualTo(START.plus(Duration.ofDays(50)));
    assertThat(family.advance(LIFETIMES, at(Duration.ofDays(80)))).isEqualTo(2);
    assertThat(family.expiresAt()).isEqualTo(START.plus(Duration.ofDays(90)));
    assertThat(family.expired(at(Duration.ofDays(90)))).isTrue();
    assertThat(family.expired(at(Duration.ofDays(90).minusSeconds(1)))).isFalse();
  }

  @Test
  void theFirstEndStays() {
    family.end(EndReason.LOGOUT, at(Duration.ZERO));
    family.end(EndReason.REVOKED, at(Duration.ofDays(1)));
    assertThat(family.endReason()).isEqualTo(EndReason.LOGOUT);
  }

  @Test
  void aRetryGetsTheSuccessorWithinTheGracePeriodOnly() {
    RefreshToken token = new RefreshToken(OpaqueToken.generate(), family);
    OpaqueToken next = OpaqueToken.generate();
    token.spend(next, at(Duration.ZERO));
    Duration grace = LIFETIMES.retryGrace();
    assertThat(token.successorWithin(grace, at(Duration.ofSeconds(9)))).contains(next);
    assertThat(token.successorWithin(grace, at(Duration.ofSeconds(10)))).isEmpty();
  }

  @Test
  void aTokenIsSpentOnce() {
    RefreshToken token = new RefreshToken(OpaqueToken.generate(), family);
    token.spend(OpaqueToken.generate(), at(Duration.ZERO));
    assertThatThrownBy(() -> token.spend(OpaqueToken.generate(), at(Duration.ZERO)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void secretsDoNotShowInText() {
    OpaqueToken token = OpaqueToken.generate();
    assertThat(token.toString()).doesNotContain(token.value());
    assertThat(token.value()).hasSize(43);
    assertThat(token.hash()).hasSize(64);
  }

  private static Clock at(Duration later) {
    return Clock.fixed(START.plus(later), ZoneOffset.UTC);
  }
}
