package app.tdah.sms.outbound;

import app.tdah.defaults.events.EventPublisher;
import app.tdah.events.AnalyticsEvent.UsageRecorded;
import app.tdah.events.CommunicationEvent.SmsStatusChanged;
import app.tdah.sms.phone.VerifiedPhones;
import app.tdah.sms.sender.OutgoingSms;
import app.tdah.sms.sender.SendResult;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Every change of an outbound message's state: row, event and booking in one transaction. */
@Service
public class Delivery {

  private final OutboundMessages messages;
  private final SenderPool pool;
  private final VerifiedPhones phones;
  private final EventPublisher events;
  private final PriceProperties price;
  private final Clock clock;

  Delivery(
      OutboundMessages messages,
      SenderPool pool,
      VerifiedPhones phones,
      EventPublisher events,
      PriceProperties price,
      Clock clock) {
    this.messages = messages;
    this.pool = pool;
    this.phones = phones;
    this.events = events;
    this.price = price;
    this.clock = clock;
  }

  /** Fixes recipient and sender before the call; empty while there is none of either. */
  @Transactional
  public Optional<OutgoingSms> address(OutboundMessage message) {
    UUID userId = message.userId();
    String to = message.recipient();
    if (to == null && userId != null) {
      to = phones.numberOf(userId).orElse(null);
    }
    if (to == null) {
      return Optional.empty();
    }
    String from = message.sender();
    if (from == null) {
      from = pool.numberFor(userId, to).orElse(null);
    }
    if (from == null) {
      return Optional.empty();
    }
    messages.saveLeased(message.addressed(to, from));
    return Optional.of(new OutgoingSms(message.requestId(), from, to, message.body()));
  }

  /** Records how a call ended. */
  @Transactional
  public void record(UUID requestId, SendResult result) {
    switch (result) {
      case SendResult.Accepted accepted -> change(requestId, it -> it.accepted(accepted));
      case SendResult.Rejected rejected -> change(requestId, it -> it.failed(rejected.errorCode()));
      case SendResult.NotSent notSent ->
          change(requestId, it -> it.notSent(clock.instant(), notSent.retryAfter()));
      case SendResult.Unclear unclear -> change(requestId, it -> it.unclear(clock.instant()));
    }
  }

  /** The message came too late to be of use. */
  @Transactional
  public void expire(UUID requestId) {
    change(requestId, it -> it.failed(null));
  }

  /**
   * A status callback of the carrier, in any order, any number of times.
   *
   * @param requestId as given to the carrier; null when the callback did not carry it
   */
  @Transactional
  public void told(
      @Nullable UUID requestId, String sid, DeliveryStatus status, @Nullable Integer error) {
    Optional<OutboundMessage> message =
        requestId == null ? messages.lock(sid) : messages.lock(requestId);
    message
        .filter(it -> it.messageSid() == null || sid.equals(it.messageSid()))
        .ifPresent(before -> before.told(sid, status, error).ifPresent(it -> store(before, it)));
  }

  private void change(UUID requestId, UnaryOperator<OutboundMessage> transition) {
    OutboundMessage before = messages.lock(requestId).orElseThrow();
    // A callback may have been faster than the answer of the call that it is about.
    boolean overtaken = before.status().handedOver() && before.messageSid() != null;
    store(before, overtaken ? before : transition.apply(before));
  }

  private void store(OutboundMessage before, OutboundMessage after) {
    boolean book = after.status().handedOver() && !after.usageBooked();
    messages.save(book ? after.booked() : after);
    UUID userId = after.userId();
    if (book && userId != null) {
      events.publish(usage(userId, after));
    }
    boolean ours =
        after.status() == DeliveryStatus.PENDING || after.status() == DeliveryStatus.CALLING;
    if (!ours && after.status() != before.status() && after.purpose() != Purpose.HELP) {
      events.publish(changed(after));
    }
  }

  private UsageRecorded usage(UUID userId, OutboundMessage message) {
    return new UsageRecorded(
        userId,
        "sms.segments",
        message.segments(),
        "segment",
        message.segments() * price.microsPerSegment(),
        price.currency(),
        price.version(),
        clock.instant());
  }

  /** A message that never left has no sid. */
  private static SmsStatusChanged changed(OutboundMessage message) {
    String sid = message.messageSid();
    return new SmsStatusChanged(
        message.userId(),
        message.requestId(),
        sid == null ? "" : sid,
        message.status().word(),
        message.errorCode());
  }
}
