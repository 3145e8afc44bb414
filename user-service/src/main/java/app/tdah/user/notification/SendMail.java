package app.tdah.user.notification;

import app.tdah.events.AnalyticsEvent.UsageRecorded;
import app.tdah.user.notification.Courier.Outcome.Later;
import app.tdah.user.notification.Courier.Outcome.Refused;
import app.tdah.user.notification.Courier.Outcome.Sent;
import app.tdah.user.notification.Deliveries.Claimed;
import app.tdah.user.profile.Contact;
import app.tdah.user.profile.Contacts;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Hands e-mail to the server. */
@Component
class SendMail implements Courier {

  private static final Duration PROFILE_GRACE = Duration.ofSeconds(5);
  private static final Duration PROFILE_RETRY = Duration.ofMillis(200);

  private final Contacts contacts;
  private final MailComposer composer;
  private final JavaMailSender sender;
  private final Clock clock;

  SendMail(Contacts contacts, MailComposer composer, JavaMailSender sender, Clock clock) {
    this.contacts = contacts;
    this.composer = composer;
    this.sender = sender;
    this.clock = clock;
  }

  @Override
  public Channel channel() {
    return Channel.EMAIL;
  }

  @Override
  public Outcome send(Claimed claimed, Notification notification) {
    Optional<Contact> contact = contacts.find(notification.userId());
    if (contact.isEmpty() && awaitsProfile(claimed, notification)) {
      return new Later("the profile is not here yet", PROFILE_RETRY);
    }
    if (contact.isEmpty() && notification.recipient() == null) {
      return new Later("no profile", null);
    }
    try {
      sender.send(composer.compose(notification, contact));
      return new Sent(
          List.of(
              new UsageRecorded(
                  notification.userId(),
                  "email.messages",
                  1,
                  "message",
                  0,
                  "USD",
                  "own-smtp",
                  clock.instant())));
    } catch (MailException e) {
      return Refusals.isFinal(e)
          ? new Refused(Refusals.summary(e))
          : new Later(Refusals.summary(e), null);
    }
  }

  /** Who says its language does not wait: the profile may be gone for good. */
  private boolean awaitsProfile(Claimed claimed, Notification notification) {
    Duration age = Duration.between(claimed.dueAt(), clock.instant());
    return notification.variable("locale").isEmpty() && age.compareTo(PROFILE_GRACE) < 0;
  }
}
