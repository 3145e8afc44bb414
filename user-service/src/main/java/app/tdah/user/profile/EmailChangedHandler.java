package app.tdah.user.profile;

import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.events.EventHandler;
import app.tdah.defaults.events.EventMetadata;
import app.tdah.events.UserEvent.EmailChanged;
import org.springframework.stereotype.Component;

/** The user is written to at the new address from now on, which they have confirmed. */
@Component
class EmailChangedHandler implements EventHandler<EmailChanged> {

  private final Profiles profiles;
  private final FieldCipher cipher;
  private final EmailAddresses addresses;

  EmailChangedHandler(Profiles profiles, FieldCipher cipher, EmailAddresses addresses) {
    this.profiles = profiles;
    this.cipher = cipher;
    this.addresses = addresses;
  }

  @Override
  public Class<EmailChanged> eventType() {
    return EmailChanged.class;
  }

  @Override
  public void handle(EmailChanged event, EventMetadata metadata) {
    String email = cipher.open(event.email());
    profiles
        .lockById(event.userId())
        .orElseThrow(() -> new IllegalStateException("no profile of user " + event.userId()))
        .verifyEmail(email, addresses.indexOf(email));
  }
}
