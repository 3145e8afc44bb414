package app.tdah.sms.outbound;

import app.tdah.defaults.ids.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Queues a text in the caller's transaction; it leaves right after the commit. */
@Service
public class SendMessage {

  private final OutboundMessages messages;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  SendMessage(OutboundMessages messages, ApplicationEventPublisher events, Clock clock) {
    this.messages = messages;
    this.events = events;
    this.clock = clock;
  }

  /** Queues the text unless that request is known. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void queue(Request request) {
    Instant now = clock.instant();
    OutboundMessage message =
        new OutboundMessage(
            Ids.next(),
            request.requestId(),
            request.userId(),
            request.purpose(),
            request.to(),
            request.from(),
            request.body(),
            Segments.of(request.body()),
            DeliveryStatus.PENDING,
            null,
            null,
            false,
            0,
            null,
            now,
            now);
    if (messages.add(message)) {
      events.publishEvent(new Queued(message.requestId()));
    }
  }

  /**
   * What to send.
   *
   * @param to E.164, or null for the user's number
   * @param from one of the pool, or null for the user's usual one
   */
  public record Request(
      UUID requestId,
      @Nullable UUID userId,
      Purpose purpose,
      @Nullable String to,
      @Nullable String from,
      String body) {

    @Override
    public String toString() {
      return "Request[" + requestId + ", " + purpose + "]";
    }
  }

  /** A text waits. */
  record Queued(UUID requestId) {}
}
