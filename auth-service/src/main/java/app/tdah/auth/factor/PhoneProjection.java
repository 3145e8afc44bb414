package app.tdah.auth.factor;

import app.tdah.defaults.events.EventHandler;
import app.tdah.defaults.events.EventMetadata;
import app.tdah.events.UserEvent;
import app.tdah.events.UserEvent.PhoneRemoved;
import app.tdah.events.UserEvent.PhoneVerified;
import org.springframework.stereotype.Component;

/** Follows what user-service tells of phones; without one there are no codes by text message. */
@Component
class PhoneProjection implements EventHandler<UserEvent> {

  private final Phones phones;
  private final SmsFactors sms;
  private final SecondFactors factors;
  private final FactorChanges changes;

  PhoneProjection(Phones phones, SmsFactors sms, SecondFactors factors, FactorChanges changes) {
    this.phones = phones;
    this.sms = sms;
    this.factors = factors;
    this.changes = changes;
  }

  @Override
  public Class<UserEvent> eventType() {
    return UserEvent.class;
  }

  @Override
  public void handle(UserEvent event, EventMetadata metadata) {
    switch (event) {
      case PhoneVerified verified -> phones.put(verified);
      case PhoneRemoved removed -> remove(removed);
      default -> {
        // Not about phones.
      }
    }
  }

  private void remove(PhoneRemoved removed) {
    factors.lock(removed.userId());
    phones.remove(removed);
    if (phones.numberOf(removed.userId()).isEmpty() && sms.disable(removed.userId())) {
      changes.removed(removed.userId(), "SMS");
    }
  }
}
