package app.tdah.sms.phone;

import app.tdah.defaults.events.EventHandler;
import app.tdah.defaults.events.EventMetadata;
import app.tdah.events.UserEvent.PhoneRemoved;
import org.springframework.stereotype.Component;

@Component
class PhoneRemovedHandler implements EventHandler<PhoneRemoved> {

  private final VerifiedPhones phones;

  PhoneRemovedHandler(VerifiedPhones phones) {
    this.phones = phones;
  }

  @Override
  public Class<PhoneRemoved> eventType() {
    return PhoneRemoved.class;
  }

  @Override
  public void handle(PhoneRemoved event, EventMetadata metadata) {
    phones.removed(event.phoneNumberId());
  }
}
