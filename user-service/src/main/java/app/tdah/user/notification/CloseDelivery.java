package app.tdah.user.notification;

import app.tdah.defaults.events.EventPublisher;
import app.tdah.events.CommunicationEvent.NotificationDelivered;
import app.tdah.events.DomainEvent;
import app.tdah.user.notification.Deliveries.Claimed;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
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
  private final SettingsStore settings;
  private final DeliverySignals signals;
  private final RetryTemplate retries =
      new RetryTemplate(RetryPolicy.builder().maxRetries(6).delay(Duration.ofMillis(500)).build());

  CloseDelivery(
      Deliveries deliveries,
      Notifications notifications,
      EventPublisher events,
      TransactionOperations transactions,
      MeterRegistry meters,
      SettingsStore settings,
      DeliverySignals signals) {
    this.deliveries = deliveries;
    this.notifications = notifications;
    this.events = events;
    this.transactions = transactions;
    this.meters = meters;
    this.settings = settings;
    this.signals = signals;
  }

  void sent(Claimed claimed, Notification notification, List<DomainEvent> told) {
    persistently(() -> {
      if (notification.template() == Template.ERASED) {
        notifications.remove(notification.id()); // nothing shall be known of this user any more
      } else if (deliveries.finish(claimed, "SENT", null)) {
        notifications.forgetContents(notification.id());
        events.publish(
            new NotificationDelivered(
                notification.userId(),
                notification.id(),
                notification.template().key(),
                claimed.channel().name()));
        told.forEach(events::publish);
      }
    });
    count(claimed.channel(), "SENT");
  }

  /** Who cannot be reached on any device any more is written to, where e-mail is welcome. */
  void givenUp(Claimed claimed, Notification notification, String status, String reason) {
    log.warn("{} {} is given up ({}): {}", claimed.channel(), notification.id(), status, reason);
    boolean mayMail =
        claimed.channel() != Channel.EMAIL
            && settings
                .of(notification.userId())
                .allows(notification.template().category(), Channel.EMAIL);
    persistently(() -> {
      notifications.lock(notification.id());
      if (deliveries.finish(claimed, status, reason)) {
        if (mayMail && deliveries.addInstead(notification)) {
          signals.wakeAfterCommit(Channel.EMAIL);
        }
        notifications.forgetContents(notification.id());
      }
    });
    count(claimed.channel(), status);
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

  private void count(Channel channel, String outcome) {
    meters
        .counter("notifications.deliveries", "channel", channel.name(), "outcome", outcome)
        .increment();
  }
}
