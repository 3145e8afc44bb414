package app.tdah.auth.account;

import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.events.EventPublisher;
import app.tdah.defaults.ids.Ids;
import app.tdah.events.UserEvent.Registered;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Opens an account. A taken address gets the same answer in the same time; its owner learns of it
 * by mail, the caller learns nothing.
 */
@Component
class Register {

  private final PasswordPolicy policy;
  private final Passwords passwords;
  private final Accounts accounts;
  private final VerificationMail mail;
  private final EventPublisher events;
  private final FieldCipher cipher;
  private final TransactionOperations transactions;
  private final Clock clock;

  Register(
      PasswordPolicy policy,
      Passwords passwords,
      Accounts accounts,
      VerificationMail mail,
      EventPublisher events,
      FieldCipher cipher,
      TransactionOperations transactions,
      Clock clock) {
    this.policy = policy;
    this.passwords = passwords;
    this.accounts = accounts;
    this.mail = mail;
    this.events = events;
    this.cipher = cipher;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** The id of the new user, or one that means nothing where the address is taken. */
  UUID register(EmailAddress email, String password, Person person) {
    policy.check(password, List.of(email.value(), person.displayName()));
    String hash = passwords.hash(password);
    try {
      return enrolInTransaction(email, hash, person);
    } catch (DataIntegrityViolationException lostTheRace) {
      return enrolInTransaction(email, hash, person);
    }
  }

  private UUID enrolInTransaction(EmailAddress email, String hash, Person person) {
    UUID id = Ids.next();
    transactions.executeWithoutResult(status -> enrol(id, email, hash, person));
    return id;
  }

  private void enrol(UUID id, EmailAddress email, String hash, Person person) {
    String index = cipher.blindIndex(email.value());
    accounts
        .lockByEmailIndex(index)
        .ifPresentOrElse(
            taken -> remind(taken, hash),
            () -> open(new Account(id, email, index, hash, person, clock)));
  }

  private void remind(Account account, String hash) {
    if (account.emailVerified()) {
      mail.sendNotice(account);
    } else {
      mail.sendLink(account, hash);
    }
  }

  private void open(Account fresh) {
    Account account = accounts.saveAndFlush(fresh);
    Person person = account.person();
    events.publish(
        new Registered(
            account.id(),
            cipher.seal(account.email()),
            person.displayName(),
            person.locale(),
            person.timeZone()));
    mail.sendLink(account, account.passwordHash());
  }
}
