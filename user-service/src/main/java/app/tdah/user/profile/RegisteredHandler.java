package app.tdah.user.profile;

import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.events.EventHandler;
import app.tdah.defaults.events.EventMetadata;
import app.tdah.events.UserEvent.Registered;
import org.springframework.stereotype.Component;

/** A new account gets its profile and its first preferences. */
@Component
class RegisteredHandler implements EventHandler<Registered> {

  private final Profiles profiles;
  private final PreferenceSets preferences;
  private final FieldCipher cipher;
  private final EmailAddresses addresses;

  RegisteredHandler(
      Profiles profiles, PreferenceSets preferences, FieldCipher cipher, EmailAddresses addresses) {
    this.profiles = profiles;
    this.preferences = preferences;
    this.cipher = cipher;
    this.addresses = addresses;
  }

  @Override
  public Class<Registered> eventType() {
    return Registered.class;
  }

  @Override
  public void handle(Registered event, EventMetadata metadata) {
    if (profiles.findById(event.userId()).isPresent()) {
      return;
    }
    String email = cipher.open(event.email());
    profiles.saveAndFlush(
        new Profile(
            event.userId(),
            email,
            addresses.indexOf(email),
            event.displayName(),
            metadata.occurredAt()));
    preferences.saveAndFlush(new PreferenceSet(event.userId(), event.locale(), event.timeZone()));
  }
}
