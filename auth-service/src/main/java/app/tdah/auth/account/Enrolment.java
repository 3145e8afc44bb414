package app.tdah.auth.account;

import app.tdah.defaults.audit.AuditTrail;
import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.events.EventPublisher;
import app.tdah.events.UserEvent.Registered;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Opens the account of a registration, or tells the owner of a taken address. */
@Component
class Enrolment {

  private final Accounts accounts;
  private final VerificationMail mail;
  private final PasswordReset passwordReset;
  private final EventPublisher events;
  private final AuditTrail audit;
  private final FieldCipher cipher;
  private final Clock clock;

  Enrolment(
      Accounts accounts,
      VerificationMail mail,
      PasswordReset passwordReset,
      EventPublisher events,
      AuditTrail audit,
      FieldCipher cipher,
      Clock clock) {
    this.accounts = accounts;
    this.mail = mail;
    this.passwordReset = passwordReset;
    this.events = events;
    this.audit = audit;
    this.cipher = cipher;
    this.clock = clock;
  }

  /** Runs in the caller's transaction; who loses a race finds the account at the next attempt. */
  void enrol(Wish wish) {
    String hash = Objects.requireNonNull(wish.passwordHash());
    accounts
        .lockByEmailIndex(cipher.blindIndex(wish.email()))
        .ifPresentOrElse(taken -> remind(wish, taken, hash), () -> open(wish, hash));
  }

  private void remind(Wish wish, Account account, String hash) {
    if (account.emailVerified()) {
      mail.sendNotice(account);
    } else {
      confirm(wish, account, hash);
    }
  }

  /**
   * Whoever owns the address must not be left with links that confirm the passwords of strangers
   * only: past the limit comes a link that lets them choose one.
   */
  private void confirm(Wish wish, Account account, String hash) {
    if (!mail.sendLink(account, hash)) {
      passwordReset.mailLink(wish);
    }
  }

  private void open(Wish wish, String hash) {
    EmailAddress email = new EmailAddress(wish.email());
    Person person = Objects.requireNonNull(wish.person());
    Account account =
        accounts.saveAndFlush(
            new Account(
                Objects.requireNonNull(wish.accountId()),
                email,
                cipher.blindIndex(email.value()),
                hash,
                person,
                clock));
    events.publish(
        new Registered(
            account.id(),
            cipher.seal(account.email()),
            person.displayName(),
            person.locale(),
            person.timeZone()));
    audit.done("account.register", account.id(), null, Map.of());
    mail.sendLink(account, hash);
  }
}
