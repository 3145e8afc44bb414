package app.tdah.user.phone;

import app.tdah.defaults.audit.AuditTrail;
import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.events.EventPublisher;
import app.tdah.defaults.ids.Ids;
import app.tdah.events.CommunicationEvent.NotificationRequested;
import app.tdah.events.UserEvent.PhoneRemoved;
import app.tdah.events.UserEvent.PhoneVerified;
import app.tdah.user.phone.Verification.Refused;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells the other services, the user and the audit log what became of numbers. */
@Component
class PhoneEvents {

  private final EventPublisher events;
  private final FieldCipher cipher;
  private final AuditTrail audit;

  PhoneEvents(EventPublisher events, FieldCipher cipher, AuditTrail audit) {
    this.events = events;
    this.cipher = cipher;
    this.audit = audit;
  }

  /** The user has shown to hold the phone. */
  void proven(PhoneNumber phone) {
    verified(phone);
    tell(phone, "added");
    audit.done("phone.verify", phone.userId(), phone.id().toString(), Map.of());
  }

  void refused(PhoneNumber phone, Refused reason) {
    audit.refused(
        "phone.verify", phone.userId(), phone.id().toString(), Map.of("reason", reason.name()));
  }

  /** The number as it is now: also told again when it becomes, or is no longer, the primary one. */
  void verified(PhoneNumber phone) {
    events.publish(
        new PhoneVerified(
            phone.userId(), phone.id(), cipher.seal(phone.number()), phone.primary()));
  }

  /** The user wants to be texted there. */
  void chosen(PhoneNumber phone) {
    tell(phone, "primary");
    audit.done("phone.primary", phone.userId(), phone.id().toString(), Map.of());
  }

  void removed(PhoneNumber phone) {
    if (phone.verified()) {
      events.publish(new PhoneRemoved(phone.userId(), phone.id()));
      tell(phone, "removed");
    }
    audit.done("phone.remove", phone.userId(), phone.id().toString(), Map.of());
  }

  private void tell(PhoneNumber phone, String change) {
    events.publish(
        new NotificationRequested(
            phone.userId(),
            Ids.next(),
            "factor-changed",
            null,
            cipher.seal("{\"factor\":\"phone\",\"change\":\"%s\"}".formatted(change))));
  }
}
