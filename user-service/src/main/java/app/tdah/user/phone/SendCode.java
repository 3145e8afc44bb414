package app.tdah.user.phone;

import app.tdah.defaults.audit.AuditTrail;
import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.events.EventPublisher;
import app.tdah.defaults.ids.Ids;
import app.tdah.events.CommunicationEvent.SmsRequested;
import app.tdah.user.profile.Contacts;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Asks sms-router-service to text a code, in the user's language. */
@Component
class SendCode {

  private final Contacts contacts;
  private final MessageSource messages;
  private final FieldCipher cipher;
  private final EventPublisher events;
  private final PhoneProperties properties;
  private final AuditTrail audit;

  SendCode(
      Contacts contacts,
      MessageSource messages,
      FieldCipher cipher,
      EventPublisher events,
      PhoneProperties properties,
      AuditTrail audit) {
    this.contacts = contacts;
    this.messages = messages;
    this.cipher = cipher;
    this.events = events;
    this.properties = properties;
    this.audit = audit;
  }

  void send(UUID userId, UUID phoneNumberId, E164 number, String code) {
    String minutes = Long.toString(properties.codeLifetime().toMinutes());
    String text =
        messages.getMessage("phone-code", new Object[] {code, minutes}, contacts.localeOf(userId));
    events.publish(
        new SmsRequested(
            userId, Ids.next(), cipher.seal(number.value()), cipher.seal(text), "SECURITY_CODE"));
    audit.done("phone.add", userId, phoneNumberId.toString(), Map.of());
  }
}
