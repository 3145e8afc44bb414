package app.tdah.user.notification;

import app.tdah.user.notification.Courier.Outcome.Gone;
import app.tdah.user.notification.Courier.Outcome.Later;
import app.tdah.user.notification.Courier.Outcome.Refused;
import app.tdah.user.notification.Courier.Outcome.Sent;
import app.tdah.user.notification.Deliveries.Claimed;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes one delivery: sent, put off, or given up. */
@Component
class Deliver {

  private static final Logger log = LoggerFactory.getLogger(Deliver.class);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Notifications notifications;
  private final Deliveries deliveries;
  private final CloseDelivery close;
  private final DeliveryProperties properties;
  private final Clock clock;

  Deliver(
      Notifications notifications,
      Deliveries deliveries,
      CloseDelivery close,
      DeliveryProperties properties,
      Clock clock) {
    this.notifications = notifications;
    this.deliveries = deliveries;
    this.close = close;
    this.properties = properties;
    this.clock = clock;
  }

  void deliver(Courier courier, Claimed claimed) {
    Notification notification = notifications.get(claimed.notificationId());
    Duration age = Duration.between(claimed.dueAt(), clock.instant());
    if (age.compareTo(properties.maxAge()) > 0) {
      close.givenUp(claimed, notification, "EXPIRED", "older than " + properties.maxAge());
      return;
    }
    switch (courier.send(claimed, notification)) {
      case Sent sent -> close.sent(claimed, notification, sent.events());
      case Later later -> putOff(claimed, later);
      case Refused refused -> close.givenUp(claimed, notification, "FAILED", refused.reason());
      case Gone gone -> close.givenUp(claimed, notification, "GONE", gone.reason());
    }
  }

  private void putOff(Claimed claimed, Later later) {
    Backoff backoff = new Backoff(properties.retryAfter(), properties.maxRetryAfter());
    Duration own = backoff.after(claimed.attempt(), RANDOM);
    Duration asked = later.after();
    // Who asks to be tried again at once is not.
    Duration delay = asked == null || asked.compareTo(own) < 0 ? own : asked;
    log.warn(
        "{} {} waits {} after attempt {}: {}",
        claimed.channel(),
        claimed.notificationId(),
        delay,
        claimed.attempt(),
        later.reason());
    deliveries.postpone(claimed, delay, later.reason());
  }
}
