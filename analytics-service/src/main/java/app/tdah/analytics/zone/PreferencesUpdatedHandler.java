package app.tdah.analytics.zone;

import app.tdah.defaults.events.EventHandler;
import app.tdah.defaults.events.EventMetadata;
import app.tdah.events.UserEvent.PreferencesUpdated;
import org.springframework.stereotype.Component;

/** Users move. */
@Component
class PreferencesUpdatedHandler implements EventHandler<PreferencesUpdated> {

  private final TimeZones timeZones;

  PreferencesUpdatedHandler(TimeZones timeZones) {
    this.timeZones = timeZones;
  }

  @Override
  public Class<PreferencesUpdated> eventType() {
    return PreferencesUpdated.class;
  }

  @Override
  public void handle(PreferencesUpdated event, EventMetadata metadata) {
    timeZones.set(event.userId(), event.timeZone());
  }
}
