package app.tdah.analytics.zone;

import app.tdah.defaults.events.EventHandler;
import app.tdah.defaults.events.EventMetadata;
import app.tdah.events.UserEvent.Registered;
import org.springframework.stereotype.Component;

/** A new account says where its owner lives. */
@Component
class RegisteredHandler implements EventHandler<Registered> {

  private final TimeZones timeZones;

  RegisteredHandler(TimeZones timeZones) {
    this.timeZones = timeZones;
  }

  @Override
  public Class<Registered> eventType() {
    return Registered.class;
  }

  @Override
  public void handle(Registered event, EventMetadata metadata) {
    timeZones.set(event.userId(), event.timeZone());
  }
}
