package app.tdah.sms.phone;

import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.events.EventHandler;
import app.tdah.defaults.events.EventMetadata;
import app.tdah.events.UserEvent.PhoneVerified;
import org.springframework.stereotype.Component;

@Component
class PhoneVerifiedHandler implements EventHandler<PhoneVerified> {

  private final VerifiedPhones phones;
  private final FieldCipher cipher;

  PhoneVerifiedHandler(VerifiedPhones phones, FieldCipher cipher) {
    this.phones = phones;
    this.cipher = cipher;
  }

  @Override
  public Class<PhoneVerified> eventType() {
    return PhoneVerified.class;
  }

  @Override
  public void handle(PhoneVerified event, EventMetadata metadata) {
    phones.verified(
        event.phoneNumberId(),
        event.userId(),
        cipher.open(event.number()),
        event.primary(),
        metadata.occurredAt());
  }
}
