package app.tdah.auth.account;

import app.tdah.auth.token.OpaqueToken;
import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.events.EventPublisher;
import app.tdah.events.UserEvent.EmailChanged;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Who is told what when an address changes; runs in the caller's transaction. */
@Component
class EmailChangeMail {

  private final AccountMail mail;
  private final VerificationMail verification;
  private final EventPublisher events;
  private final AccountProperties properties;
  private final FieldCipher cipher;

  EmailChangeMail(
      AccountMail mail,
      VerificationMail verification,
      EventPublisher events,
      AccountProperties properties,
      FieldCipher cipher) {
    this.mail = mail;
    this.verification = verification;
    this.events = events;
    this.properties = properties;
    this.cipher = cipher;
  }

  /** To the old address: somebody wants to move. */
  void notice(Account account, EmailAddress email) {
    mail.send(
        account.id(),
        "email-change-notice",
        account.email(),
        Map.of("newEmailMasked", masked(email.value())));
  }

  /** To the new address: a link that confirms. */
  void link(Account account, EmailAddress email, OpaqueToken token) {
    String link = properties.publicUrl() + "/email-change?token=" + token.value();
    mail.send(
        account.id(), "email-change", email.value(), Map.of("link", link, "token", token.value()));
  }

  /** To the owner of the address that somebody else wants. */
  void taken(Account owner) {
    verification.sendNotice(owner);
  }

  /** To both addresses, and to the other services. */
  void changed(Account account, String oldEmail) {
    events.publish(new EmailChanged(account.id(), cipher.seal(account.email())));
    mail.send(account.id(), "email-changed", oldEmail, Map.of());
    mail.send(account.id(), "email-changed", account.email(), Map.of());
  }

  /** Such as {@code a•••@example.org}. */
  static String masked(String email) {
    int at = email.lastIndexOf('@');
    return at < 1
        ? "•••"
        : email.substring(0, email.offsetByCodePoints(0, 1)) + "•••" + email.substring(at);
  }
}
