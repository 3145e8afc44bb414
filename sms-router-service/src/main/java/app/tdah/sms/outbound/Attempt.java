package app.tdah.sms.outbound;

import app.tdah.sms.outbound.OutboundMessages.Claimed;
import app.tdah.sms.sender.OutgoingSms;
import app.tdah.sms.sender.SendResult;
import app.tdah.sms.sender.SendResult.Accepted;
import app.tdah.sms.sender.SmsSender;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * One attempt at a leased message. The carrier knows no idempotency key, so the attempt is recorded
 * before the call; when its outcome was lost, the carrier's own list says whether it has the
 * message before it is sent again.
 */
@Service
class Attempt {

  private static final Logger log = LoggerFactory.getLogger(Attempt.class);

  private final OutboundMessages messages;
  private final Delivery delivery;
  private final SmsSender sender;
  private final Clock clock;

  Attempt(OutboundMessages messages, Delivery delivery, SmsSender sender, Clock clock) {
    this.messages = messages;
    this.delivery = delivery;
    this.sender = sender;
    this.clock = clock;
  }

  void make(Claimed claimed) {
    OutboundMessage message = claimed.message();
    if (!claimed.resumed() && message.expired(clock.instant())) {
      delivery.expire(message.requestId());
      return;
    }
    SendResult result =
        delivery
            .address(message)
            .map(sms -> claimed.resumed() ? resume(message, sms) : sender.send(sms))
            .orElseGet(() -> new SendResult.NotSent("no sender or recipient", null));
    log.info("SMS {} attempt {}: {}", message.requestId(), message.attempts(), summary(result));
    delivery.record(message.requestId(), result);
  }

  private SendResult resume(OutboundMessage message, OutgoingSms sms) {
    Instant since = Objects.requireNonNullElse(message.firstAttemptAt(), message.createdAt());
    Optional<List<Accepted>> taken = sender.taken(sms, since);
    if (taken.isEmpty()) {
      return new SendResult.Unclear("the carrier cannot tell");
    }
    Optional<Accepted> ours =
        taken.get().stream().filter(it -> !messages.knows(it.sid())).findFirst();
    if (ours.isPresent()) {
      return ours.get();
    }
    return message.expired(clock.instant())
        ? new SendResult.Unclear("too late to send again")
        : sender.send(sms);
  }

  private static String summary(SendResult result) {
    return switch (result) {
      case Accepted accepted -> "accepted as " + accepted.sid();
      case SendResult.Rejected rejected -> "rejected with " + rejected.errorCode();
      case SendResult.NotSent notSent -> "not sent, " + notSent.reason();
      case SendResult.Unclear unclear -> "unclear, " + unclear.reason();
    };
  }
}
