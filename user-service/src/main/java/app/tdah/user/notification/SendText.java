package app.tdah.user.notification;

import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.events.CommunicationEvent.SmsRequested;
import app.tdah.user.notification.Courier.Outcome.Gone;
import app.tdah.user.notification.Courier.Outcome.Sent;
import app.tdah.user.notification.Deliveries.Claimed;
import app.tdah.user.phone.PrimaryPhones;
import app.tdah.user.profile.Contact;
import app.tdah.user.profile.Contacts;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Hands text messages to sms-router-service: the event is told with the delivery's end, so that
 * there is one of it. The carrier's troubles are that service's.
 */
@Component
class SendText implements Courier {

  private final PrimaryPhones phones;
  private final Contacts contacts;
  private final Wording wording;
  private final FieldCipher cipher;

  SendText(PrimaryPhones phones, Contacts contacts, Wording wording, FieldCipher cipher) {
    this.phones = phones;
    this.contacts = contacts;
    this.wording = wording;
    this.cipher = cipher;
  }

  @Override
  public Channel channel() {
    return Channel.SMS;
  }

  @Override
  public Outcome send(Claimed claimed, Notification notification) {
    Optional<String> number = phones.find(notification.userId());
    if (number.isEmpty()) {
      return new Gone("no phone");
    }
    Optional<Contact> contact = contacts.find(notification.userId());
    return new Sent(
        List.of(
            new SmsRequested(
                notification.userId(),
                claimed.id(),
                cipher.seal(number.get()),
                cipher.seal(wording.sms(notification, contact)),
                "NOTIFICATION")));
  }
}
