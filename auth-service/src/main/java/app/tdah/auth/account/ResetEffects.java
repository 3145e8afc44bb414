package app.tdah.auth.account;

import app.tdah.auth.token.OpaqueToken;
import app.tdah.defaults.audit.AuditTrail;
import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.events.EventPublisher;
import app.tdah.events.UserEvent.EmailVerified;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What others learn of a password reset; runs in the caller's transaction. */
@Component
class ResetEffects {

  private final AccountMail mail;
  private final EmailVerifications verifications;
  private final EventPublisher events;
  private final ApplicationEventPublisher causes;
  private final AuditTrail audit;
  private final AccountProperties properties;
  private final FieldCipher cipher;
  private final Clock clock;

  ResetEffects(
      AccountMail mail,
      EmailVerifications verifications,
      EventPublisher events,
      ApplicationEventPublisher causes,
      AuditTrail audit,
      AccountProperties properties,
      FieldCipher cipher,
      Clock clock) {
    this.mail = mail;
    this.verifications = verifications;
    this.events = events;
    this.causes = causes;
    this.audit = audit;
    this.properties = properties;
    this.cipher = cipher;
    this.clock = clock;
  }

  void mailed(Account account, OpaqueToken token) {
    String link = properties.publicUrl() + "/reset?token=" + token.value();
    mail.send(
        account.id(),
        "password-reset",
        account.email(),
        Map.of("link", link, "token", token.value()));
    audit.done("password.reset-request", account.id(), null, Map.of());
  }

  /** Whoever followed the link reads the mail of the address, which so is proven too. */
  void done(Account account) {
    if (account.proveEmail(clock)) {
      verifications.deleteOthers(account.id(), "");
      events.publish(new EmailVerified(account.id(), cipher.seal(account.email())));
    }
    audit.done("password.reset", account.id(), null, Map.of());
    causes.publishEvent(
        new SessionsVoided(account.id(), null, SessionsVoided.Cause.PASSWORD_RESET));
  }
}
