package app.tdah.user.notification;

import app.tdah.user.notification.Deliveries.Claimed;
import app.tdah.user.profile.Contact;
import app.tdah.user.profile.Contacts;
import jakarta.mail.internet.MimeMessage;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Makes one e-mail delivery: sent, put off, or given up. */
@Component
class SendMail {

  private static final Logger log = LoggerFactory.getLogger(SendMail.class);
  private static final Duration PROFILE_GRACE = Duration.ofSeconds(5);
  private static final Duration PROFILE_RETRY = Duration.ofMillis(200);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Notifications notifications;
  private final Deliveries deliveries;
  private final Contacts contacts;
  private final MailComposer composer;
  private final JavaMailSender sender;
  private final CloseDelivery close;
  private final DeliveryProperties properties;
  private final Clock clock;

  SendMail(
      Notifications notifications,
      Deliveries deliveries,
      Contacts contacts,
      MailComposer composer,
      JavaMailSender sender,
      CloseDelivery close,
      DeliveryProperties properties,
      Clock clock) {
    this.notifications = notifications;
    this.deliveries = deliveries;
    this.contacts = contacts;
    this.composer = composer;
    this.sender = sender;
    this.close = close;
    this.properties = properties;
    this.clock = clock;
  }

  void deliver(Claimed claimed) {
    Notification notification = notifications.get(claimed.notificationId());
    Duration age = Duration.between(claimed.createdAt(), clock.instant());
    if (age.compareTo(properties.maxAge()) > 0) {
      close.givenUp(claimed, notification, "EXPIRED", "older than " + properties.maxAge());
      return;
    }
    Optional<Contact> contact = contacts.find(notification.userId());
    if (contact.isEmpty() && age.compareTo(PROFILE_GRACE) < 0) {
      deliveries.postpone(claimed, PROFILE_RETRY, "the profile is not here yet");
    } else if (contact.isEmpty() && notification.recipient() == null) {
      retry(claimed, "no profile");
    } else {
      send(claimed, notification, contact);
    }
  }

  private void send(Claimed claimed, Notification notification, Optional<Contact> contact) {
    try {
      MimeMessage message = composer.compose(notification, contact);
      sender.send(message);
    } catch (MailException e) {
      if (Refusals.isFinal(e)) {
        close.givenUp(claimed, notification, "FAILED", Refusals.summary(e));
      } else {
        retry(claimed, Refusals.summary(e));
      }
      return;
    }
    close.sent(claimed, notification);
  }

  private void retry(Claimed claimed, String reason) {
    Backoff backoff = new Backoff(properties.retryAfter(), properties.maxRetryAfter());
    Duration delay = backoff.after(claimed.attempt(), RANDOM);
    log.warn(
        "mail {} waits {} after attempt {}: {}",
        claimed.notificationId(),
        delay,
        claimed.attempt(),
        reason);
    deliveries.postpone(claimed, delay, reason);
  }
}
