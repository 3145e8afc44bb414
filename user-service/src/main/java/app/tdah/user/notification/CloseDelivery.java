package app.tdah.user.notification;

import app.tdah.defaults.events.EventPublisher;
import app.tdah.events.AnalyticsEvent.UsageRecorded;
import app.tdah.events.CommunicationEvent.NotificationDelivered;
import app.tdah.user.notification.Deliveries.Claimed;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Writes down how a delivery ended. A server that took a message cannot give it back, so that this
 * is tried again while the database is away: what is not written down is sent twice.
 */
@Component
class CloseDelivery {

  private static final Logger log = LoggerFactory.getLogger(CloseDelivery.class);

  private final Deliveries deliveries;
  private final Notifications notifications;
  private final EventPublisher events;
  private final TransactionOperations transactions;
  private final MeterRegistry meters;
  private final Clock clock;
  private final RetryTemplate retries =
      new RetryTemplate(RetryPolicy.builder().maxRetries(6).delay(Duration.ofMillis(500)).build());

  CloseDelivery(
      Deliveries deliveries,
      Notifications notifications,
      EventPublisher events,
      TransactionOperations transactions,
      MeterRegistry meters,
      Clock clock) {
    this.deliveries = deliveries;
    this.notifications = notifications;
    this.events = events;
    this.transactions = transactions;
    this.meters = meters;
    this.clock = clock;
  }

  void sent(Claimed claimed, Notification notification) {
    persistently(() -> {
      if (deliveries.finish(claimed, "SENT", null)) {
        notifications.forgetContents(notification.id());
        events.publish(
            new NotificationDelivered(
                notification.userId(),
                notification.id(),
                notification.template().key(),
                Channel.EMAIL.name()));
        events.publish(
            new UsageRecorded(
                notification.userId(),
                "email.messages",
                1,
                "message",
                0,
                "USD",
                "own-smtp",
                clock.instant()));
      }
    });
    count("SENT");
  }

  void givenUp(Claimed claimed, Notification notification, String status, String reason) {
    log.error("mail {} is given up ({}): {}", notification.id(), status, reason);
    persistently(() -> {
      if (deliveries.finish(claimed, status, reason)) {
        notifications.forgetContents(notification.id());
      }
    });
    count(status);
  }

  private void persistently(Runnable work) {
    try {
      retries.execute(() -> {
        transactions.executeWithoutResult(status -> work.run());
        return Boolean.TRUE;
      });
    } catch (RetryException e) {
      throw new IllegalStateException("the end of a delivery could not be written down", e);
    }
  }

  private void count(String outcome) {
    meters.counter("notifications.mail", "outcome", outcome).increment();
  }
}
