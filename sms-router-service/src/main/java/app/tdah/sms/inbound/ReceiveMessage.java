package app.tdah.sms.inbound;

import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.events.EventPublisher;
import app.tdah.events.CommunicationEvent.SmsReceived;
import app.tdah.sms.outbound.SenderPool;
import app.tdah.sms.phone.VerifiedPhones;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a text in: one transaction claims it, stores it and passes it on. */
@Service
public class ReceiveMessage {

  private final InboundMessages messages;
  private final VerifiedPhones phones;
  private final SenderPool pool;
  private final HelpReplies help;
  private final EventPublisher events;
  private final FieldCipher cipher;
  private final Clock clock;

  ReceiveMessage(
      InboundMessages messages,
      VerifiedPhones phones,
      SenderPool pool,
      HelpReplies help,
      EventPublisher events,
      FieldCipher cipher,
      Clock clock) {
    this.messages = messages;
    this.phones = phones;
    this.pool = pool;
    this.help = help;
    this.events = events;
    this.cipher = cipher;
    this.clock = clock;
  }

  /** Does nothing when the message was received before. */
  @Transactional
  public void receive(Sms sms) {
    Instant now = clock.instant();
    Optional<UUID> user = phones.owner(sms.from());
    if (!messages.claim(sms, user.orElse(null), now)) {
      return;
    }
    if (user.isPresent()) {
      route(sms, user.get(), now);
    } else if (!pool.contains(sms.from())) {
      help.replyTo(sms, now);
    }
  }

  private void route(Sms sms, UUID userId, Instant now) {
    pool.texted(userId, sms.to());
    // A picture alone has no text, and there is nothing to answer.
    if (!sms.body().isBlank()) {
      events.publish(
          new SmsReceived(
              userId, sms.messageSid(), cipher.seal(sms.from()), cipher.seal(sms.body()), now));
    }
  }

  /** A text as the carrier delivered it; numbers in E.164. */
  public record Sms(String messageSid, String from, String to, String body, int segments) {

    @Override
    public String toString() {
      return "Sms[" + messageSid + "]";
    }
  }
}
