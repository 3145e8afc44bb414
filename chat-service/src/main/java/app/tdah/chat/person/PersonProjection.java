package app.tdah.chat.person;

import app.tdah.defaults.events.EventHandler;
import app.tdah.defaults.events.EventMetadata;
import app.tdah.events.UserEvent.PreferencesUpdated;
import app.tdah.events.UserEvent.Registered;
import org.springframework.stereotype.Component;

/** Keeps {@link People} up to date. Preferences win over what was said at registration. */
final class PersonProjection {

  private PersonProjection() {}

  @Component
  static class OnRegistered implements EventHandler<Registered> {

    private final People people;

    OnRegistered(People people) {
      this.people = people;
    }

    @Override
    public Class<Registered> eventType() {
      return Registered.class;
    }

    @Override
    public void handle(Registered event, EventMetadata metadata) {
      people.registered(event.userId(), event.locale(), event.timeZone());
    }
  }

  @Component
  static class OnPreferencesUpdated implements EventHandler<PreferencesUpdated> {

    private final People people;

    OnPreferencesUpdated(People people) {
      this.people = people;
    }

    @Override
    public Class<PreferencesUpdated> eventType() {
      return PreferencesUpdated.class;
    }

    @Override
    public void handle(PreferencesUpdated event, EventMetadata metadata) {
      people.preferred(event.userId(), event.locale(), event.timeZone());
    }
  }
}
