package app.tdah.sms.outbound;

import app.tdah.sms.sender.SendResult;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A text that leaves, and how far it got.
 *
 * @param recipient null until it is looked up: the user's number
 * @param sender null until it is chosen from the pool
 * @param attempts calls to the carrier that began
 */
record OutboundMessage(
    UUID id,
    UUID requestId,
    @Nullable UUID userId,
    Purpose purpose,
    @Nullable String recipient,
    @Nullable String sender,
    String body,
    int segments,
    DeliveryStatus status,
    @Nullable String messageSid,
    @Nullable Integer errorCode,
    boolean usageBooked,
    int attempts,
    @Nullable Instant firstAttemptAt,
    Instant nextAttemptAt,
    Instant createdAt) {

  static final int MAX_ATTEMPTS = 10;

  private static final Duration CODE_LIFETIME = Duration.ofMinutes(10);
  private static final Duration FIRST_RETRY = Duration.ofSeconds(2);
  private static final int DOUBLINGS = 8;

  boolean expired(Instant now) {
    return purpose == Purpose.SECURITY_CODE && createdAt.isBefore(now.minus(CODE_LIFETIME));
  }

  OutboundMessage addressed(String to, String from) {
    return with(to, from, segments, status, messageSid, errorCode, nextAttemptAt);
  }

  /** The carrier has it; a callback may have told more already. */
  OutboundMessage accepted(SendResult.Accepted result) {
    DeliveryStatus told = DeliveryStatus.ofCarrier(result.status()).orElse(DeliveryStatus.ACCEPTED);
    DeliveryStatus next = status.givesWayTo(told) ? told : status;
    int counted = Objects.requireNonNullElse(result.segments(), segments);
    return with(recipient, sender, counted, next, result.sid(), errorCode, nextAttemptAt);
  }

  /** A status callback; empty when we know as much or more. */
  Optional<OutboundMessage> told(String sid, DeliveryStatus next, @Nullable Integer error) {
    return status.givesWayTo(next)
        ? Optional.of(with(recipient, sender, segments, next, sid, error, nextAttemptAt))
        : Optional.empty();
  }

  OutboundMessage failed(@Nullable Integer error) {
    return status.givesWayTo(DeliveryStatus.FAILED) ? in(DeliveryStatus.FAILED, error) : this;
  }

  /** Surely not sent: again later, or never. */
  OutboundMessage notSent(Instant now, @Nullable Duration asked) {
    return attempts >= MAX_ATTEMPTS
        ? failed(null)
        : in(DeliveryStatus.PENDING, null).dueAt(now.plus(asked == null ? backoff() : asked));
  }

  /** Perhaps sent: looked up later, or given up as unknown. Another message could be a double. */
  OutboundMessage unclear(Instant now) {
    return attempts >= MAX_ATTEMPTS
        ? in(DeliveryStatus.UNKNOWN, null)
        : in(DeliveryStatus.CALLING, null).dueAt(now.plus(backoff()));
  }

  OutboundMessage booked() {
    return new OutboundMessage(
        id,
        requestId,
        userId,
        purpose,
        recipient,
        sender,
        body,
        segments,
        status,
        messageSid,
        errorCode,
        true,
        attempts,
        firstAttemptAt,
        nextAttemptAt,
        createdAt);
  }

  private Duration backoff() {
    return FIRST_RETRY.multipliedBy(1L << Math.min(Math.max(attempts - 1, 0), DOUBLINGS));
  }

  private OutboundMessage in(DeliveryStatus next, @Nullable Integer error) {
    return with(recipient, sender, segments, next, messageSid, error, nextAttemptAt);
  }

  private OutboundMessage dueAt(Instant next) {
    return with(recipient, sender, segments, status, messageSid, errorCode, next);
  }

  private OutboundMessage with(
      @Nullable String to,
      @Nullable String from,
      int counted,
      DeliveryStatus next,
      @Nullable String sid,
      @Nullable Integer error,
      Instant due) {
    return new OutboundMessage(
        id,
        requestId,
        userId,
        purpose,
        to,
        from,
        body,
        counted,
        next,
        sid,
        error,
        usageBooked,
        attempts,
        firstAttemptAt,
        due,
        createdAt);
  }

  @Override
  public String toString() {
    return "OutboundMessage[" + requestId + ", " + purpose + ", " + status + "]";
  }
}
