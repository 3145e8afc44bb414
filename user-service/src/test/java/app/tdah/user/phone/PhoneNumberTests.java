package app.tdah.user.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tdah.user.phone.PhoneNumber.CodeCheck;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PhoneNumberTests {

  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final Duration LIFETIME = Duration.ofMinutes(10);

  private final PhoneNumber phone =
      new PhoneNumber(UUID.randomUUID(), new E164("+34612345678"), "index", CLOCK);

  @Test
  void takesTheRightCode() {
    phone.expectCode("right", LIFETIME, CLOCK);

    assertThat(phone.check("right", 5, CLOCK)).isEqualTo(CodeCheck.RIGHT);
  }

  @Test
  void refusesAnyCodeBeforeOneWasSent() {
    assertThat(phone.check("right", 5, CLOCK)).isEqualTo(CodeCheck.EXPIRED);
  }

  @Test
  void refusesACodeAfterItsTime() {
    phone.expectCode("right", LIFETIME, CLOCK);

    assertThat(phone.check("right", 5, Clock.offset(CLOCK, LIFETIME))).isEqualTo(CodeCheck.EXPIRED);
  }

  @Test
  void refusesTheRightCodeAfterTooManyWrongOnes() {
    phone.expectCode("right", LIFETIME, CLOCK);
    for (int i = 0; i < 5; i++) {
      assertThat(phone.check("wrong", 5, CLOCK)).isEqualTo(CodeCheck.WRONG);
    }

    assertThat(phone.check("right", 5, CLOCK)).isEqualTo(CodeCheck.EXHAUSTED);
  }

  @Test
  void aNewCodeStartsOver() {
    phone.expectCode("old", LIFETIME, CLOCK);
    for (int i = 0; i < 5; i++) {
      phone.check("wrong", 5, CLOCK);
    }

    phone.expectCode("new", LIFETIME, CLOCK);

    assertThat(phone.check("old", 5, CLOCK)).isEqualTo(CodeCheck.WRONG);
    assertThat(phone.check("new", 5, CLOCK)).isEqualTo(CodeCheck.RIGHT);
  }

  @Test
  void aUsedCodeIsGone() {
    phone.expectCode("right", LIFETIME, CLOCK);
    phone.verify(true, CLOCK);

    assertThat(phone.check("right", 5, CLOCK)).isEqualTo(CodeCheck.EXPIRED);
    assertThatThrownBy(() -> phone.verify(true, CLOCK)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void onlyAVerifiedNumberCanBePrimary() {
    assertThatThrownBy(phone::promote).isInstanceOf(IllegalStateException.class);
  }
}
