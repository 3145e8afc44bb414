package app.tdah.user.profile;

import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.events.EventHandler;
import app.tdah.defaults.events.EventMetadata;
import app.tdah.events.UserEvent.EmailVerified;
import org.springframework.stereotype.Component;

/**
 * Notes that an address is its user's. It follows {@code registered} on the same key, so a missing
 * profile is a fault: the event then waits among the dead letters until the profile is there.
 */
@Component
class EmailVerifiedHandler implements EventHandler<EmailVerified> {

  private final Profiles profiles;
  private final FieldCipher cipher;
  private final EmailAddresses addresses;

  EmailVerifiedHandler(Profiles profiles, FieldCipher cipher, EmailAddresses addresses) {
    this.profiles = profiles;
    this.cipher = cipher;
    this.addresses = addresses;
  }

  @Override
  public Class<EmailVerified> eventType() {
    return EmailVerified.class;
  }

  @Override
  public void handle(EmailVerified event, EventMetadata metadata) {
    String email = cipher.open(event.email());
    profiles
        .lockById(event.userId())
        .orElseThrow(() -> new IllegalStateException("no profile of user " + event.userId()))
        .verifyEmail(email, addresses.indexOf(email));
  }
}
