package app.tdah.session.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UserSessionTests {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T08:00:00Z"), ZoneOffset.UTC);

  @Test
  void theFirstEndStays() {
    UserSession session =
        new UserSession(
            UUID.randomUUID(),
            UUID.randomUUID(),
            "phone",
            null,
            "192.0.2.1",
            List.of("pwd"),
            CLOCK.instant());
    assertThat(session.ended()).isFalse();
    session.end("REVOKED", CLOCK);
    session.end("EXPIRED", CLOCK);
    assertThat(session.ended()).isTrue();
    assertThat(session.endReason()).isEqualTo("REVOKED");
  }
}
