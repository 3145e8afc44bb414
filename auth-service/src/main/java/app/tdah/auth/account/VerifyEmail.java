package app.tdah.auth.account;

import app.tdah.auth.token.OpaqueToken;
import app.tdah.defaults.audit.AuditTrail;
import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.events.EventPublisher;
import app.tdah.events.UserEvent.EmailVerified;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Redeems the links of verification mails, and sends new ones. */
@Component
class VerifyEmail {

  private final EmailVerifications verifications;
  private final Accounts accounts;
  private final VerificationMail mail;
  private final PasswordReset passwordReset;
  private final AskLater later;
  private final EventPublisher events;
  private final AuditTrail audit;
  private final FieldCipher cipher;
  private final Clock clock;

  VerifyEmail(
      EmailVerifications verifications,
      Accounts accounts,
      VerificationMail mail,
      PasswordReset passwordReset,
      AskLater later,
      EventPublisher events,
      AuditTrail audit,
      FieldCipher cipher,
      Clock clock) {
    this.verifications = verifications;
    this.accounts = accounts;
    this.mail = mail;
    this.passwordReset = passwordReset;
    this.later = later;
    this.events = events;
    this.audit = audit;
    this.cipher = cipher;
    this.clock = clock;
  }

  /** Confirms the address; its other links die. */
  @Transactional
  void verify(OpaqueToken token) {
    // The account is locked before its links, as everywhere, so that two links cannot deadlock.
    UUID accountId = verifications.findAccountId(token.hash()).orElseThrow(InvalidToken::new);
    Account account = accounts.lockById(accountId).orElseThrow(InvalidToken::new);
    EmailVerification link = verifications.lock(token.hash()).orElseThrow(InvalidToken::new);
    account.verifyEmail(link.redeem(clock), clock);
    verifications.deleteOthers(accountId, link.tokenHash());
    audit.done("email.verify", accountId, null, Map.of());
    events.publish(new EmailVerified(accountId, cipher.seal(account.email())));
  }

  /**
   * Takes a request for another link; whether there is an account is looked up after the answer.
   */
  void resend(EmailAddress email) {
    later.ask(AddressRequest.Kind.VERIFICATION, Wish.of(email));
  }

  /**
   * Sends another link if there is an account to verify; runs in the caller's transaction. Where
   * several registered with the address, nobody knows whose password it would confirm: that link
   * lets them choose one.
   */
  void mailLink(Wish wish) {
    accounts
        .lockByEmailIndex(cipher.blindIndex(wish.email()))
        .filter(account -> !account.emailVerified())
        .ifPresent(account -> mailLink(wish, account));
  }

  private void mailLink(Wish wish, Account account) {
    List<String> hashes = verifications.passwordHashes(account.id());
    if (hashes.size() == 1) {
      mail.sendLink(account, hashes.getFirst());
    } else {
      passwordReset.mailLink(wish);
    }
  }
}
