package app.tdah.user.phone;

import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.events.EventPublisher;
import app.tdah.events.UserEvent.PhoneRemoved;
import app.tdah.events.UserEvent.PhoneVerified;
import org.springframework.stereotype.Component;

/** Tells the other services which verified numbers a user has. */
@Component
class PhoneEvents {

  private final EventPublisher events;
  private final FieldCipher cipher;

  PhoneEvents(EventPublisher events, FieldCipher cipher) {
    this.events = events;
    this.cipher = cipher;
  }

  /** The number as it is now: also told again when it becomes, or is no longer, the primary one. */
  void verified(PhoneNumber phone) {
    events.publish(
        new PhoneVerified(
            phone.userId(), phone.id(), cipher.seal(phone.number()), phone.primary()));
  }

  void removed(PhoneNumber phone) {
    events.publish(new PhoneRemoved(phone.userId(), phone.id()));
  }
}
