package app.tdah.sms.outbound;

import static app.tdah.sms.outbound.TestMessages.NOW;
import static app.tdah.sms.outbound.TestMessages.calling;
import static org.assertj.core.api.Assertions.assertThat;

import app.tdah.sms.sender.SendResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutboundMessageTests {

  @Test
  void statusOnlyEverRises() {
    OutboundMessage delivered = told(calling(1), "delivered");
    assertThat(delivered.status()).isEqualTo(DeliveryStatus.DELIVERED);
    assertThat(delivered.told("SM1", DeliveryStatus.SENT, null)).isEmpty();
    assertThat(delivered.told("SM1", DeliveryStatus.DELIVERED, null)).isEmpty();
    assertThat(told(delivered, "read").status()).isEqualTo(DeliveryStatus.READ);
  }

  @Test
  void anyOrderOfCallbacksEndsTheSame() {
    for (List<String> order :
        List.of(
            List.of("queued", "sent", "delivered"),
            List.of("delivered", "sent", "queued"),
            List.of("sent", "delivered", "queued", "sent"))) {
      OutboundMessage message = calling(1);
      for (String word : order) {
        message = message.told("SM1", status(word), null).orElse(message);
      }
      assertThat(message.status()).isEqualTo(DeliveryStatus.DELIVERED);
    }
  }

  @Test
  void lateAnswerOfTheCallDoesNotLowerTheStatus() {
    OutboundMessage sent = told(calling(1), "sent");
    OutboundMessage accepted = sent.accepted(new SendResult.Accepted("SM1", "queued", 2));
    assertThat(accepted.status()).isEqualTo(DeliveryStatus.SENT);
    assertThat(accepted.segments()).isEqualTo(2);
  }

  @Test
  void waitsLongerWithEveryAttempt() {
    assertThat(calling(1).notSent(NOW, null).nextAttemptAt()).isEqualTo(NOW.plusSeconds(2));
    assertThat(calling(4).notSent(NOW, null).nextAttemptAt()).isEqualTo(NOW.plusSeconds(16));
    assertThat(calling(1).notSent(NOW, Duration.ofSeconds(30)).nextAttemptAt())
        .isEqualTo(NOW.plusSeconds(30));
  }

  @Test
  void givesUpAfterTenAttempts() {
    assertThat(calling(10).notSent(NOW, null).status()).isEqualTo(DeliveryStatus.FAILED);
    assertThat(calling(10).unclear(NOW).status()).isEqualTo(DeliveryStatus.UNKNOWN);
    assertThat(calling(9).unclear(NOW).status()).isEqualTo(DeliveryStatus.CALLING);
  }

  @ParameterizedTest
  @EnumSource(value = Purpose.class)
  void onlySecurityCodesExpire(Purpose purpose) {
    OutboundMessage message = TestMessages.message(purpose, DeliveryStatus.PENDING, 0);
    assertThat(message.expired(NOW.plus(Duration.ofMinutes(9)))).isFalse();
    assertThat(message.expired(NOW.plus(Duration.ofMinutes(11))))
        .isEqualTo(purpose == Purpose.SECURITY_CODE);
  }

  @Test
  void ourOwnStatesAreNoCarrierWords() {
    assertThat(DeliveryStatus.ofCarrier("pending")).isEmpty();
    assertThat(DeliveryStatus.ofCarrier("unknown")).isEmpty();
    assertThat(DeliveryStatus.ofCarrier("receiving")).isEmpty();
    assertThat(DeliveryStatus.ofCarrier("Delivered")).contains(DeliveryStatus.DELIVERED);
  }

  private static OutboundMessage told(OutboundMessage message, String word) {
    Optional<OutboundMessage> told = message.told("SM1", status(word), null);
    return told.orElseThrow();
  }

  private static DeliveryStatus status(String word) {
    return DeliveryStatus.ofCarrier(word).orElseThrow();
  }
}
