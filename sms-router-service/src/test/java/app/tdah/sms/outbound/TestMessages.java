package app.tdah.sms.outbound;

import java.time.Instant;
import java.util.UUID;

/** Outbound messages for tests. */
final class TestMessages {

  static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  private TestMessages() {}

  static OutboundMessage message(Purpose purpose, DeliveryStatus status, int attempts) {
    return new OutboundMessage(
        UUID.randomUUID(),
        UUID.randomUUID(),
        UUID.randomUUID(),
        purpose,
        "+15555550100",
        "+15005550006",
        "hello",
        1,
        status,
        null,
        null,
        false,
        attempts,
        NOW,
        NOW,
        NOW);
  }

  static OutboundMessage calling(int attempts) {
    return message(Purpose.CONVERSATION, DeliveryStatus.CALLING, attempts);
  }
}
