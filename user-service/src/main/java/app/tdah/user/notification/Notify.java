package app.tdah.user.notification;

import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.events.EventPublisher;
import app.tdah.events.CommunicationEvent.NotificationDelivered;
import app.tdah.events.CommunicationEvent.SmsRequested;
import app.tdah.user.phone.PrimaryPhones;
import app.tdah.user.profile.Contacts;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides the channels. What is personal shows in the app, and goes to the phone where there is
 * one, else by e-mail; the rest goes by e-mail. In-app and SMS are rows of this transaction; e-mail
 * is left to the {@link MailWorker}. Quiet hours do not hold back a reminder: the user chose its
 * time.
 */
@Component
class Notify {

  private final Notifications notifications;
  private final Deliveries deliveries;
  private final PrimaryPhones phones;
  private final Contacts contacts;
  private final MessageSource messages;
  private final FieldCipher cipher;
  private final EventPublisher events;
  private final MailSignal mailSignal;

  Notify(
      Notifications notifications,
      Deliveries deliveries,
      PrimaryPhones phones,
      Contacts contacts,
      MessageSource messages,
      FieldCipher cipher,
      EventPublisher events,
      MailSignal mailSignal) {
    this.notifications = notifications;
    this.deliveries = deliveries;
    this.phones = phones;
    this.contacts = contacts;
    this.messages = messages;
    this.cipher = cipher;
    this.events = events;
    this.mailSignal = mailSignal;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  void accept(Notification notification) {
    if (!notifications.add(notification)) {
      return;
    }
    Optional<String> phone = Optional.empty();
    if (notification.template().personal()) {
      deliveries.addSent(notification, Channel.IN_APP);
      tell(notification, Channel.IN_APP);
      phone = phones.find(notification.userId());
    }
    phone.ifPresentOrElse(number -> text(notification, number), () -> mail(notification));
  }

  private void text(Notification notification, String number) {
    UUID delivery = deliveries.addSent(notification, Channel.SMS);
    String body =
        messages.getMessage(
            notification.template().key() + ".sms",
            new Object[] {notification.variable("text")},
            contacts.localeOf(notification.userId()));
    events.publish(
        new SmsRequested(
            notification.userId(),
            delivery,
            cipher.seal(number),
            cipher.seal(body),
            "NOTIFICATION"));
    tell(notification, Channel.SMS);
  }

  private void mail(Notification notification) {
    deliveries.addPending(notification, Channel.EMAIL);
    mailSignal.wakeAfterCommit();
  }

  private void tell(Notification notification, Channel channel) {
    events.publish(
        new NotificationDelivered(
            notification.userId(),
            notification.id(),
            notification.template().key(),
            channel.name()));
  }
}
