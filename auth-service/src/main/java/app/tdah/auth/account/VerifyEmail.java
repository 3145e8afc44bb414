package app.tdah.auth.account;

import app.tdah.auth.token.OpaqueToken;
import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.events.EventPublisher;
import app.tdah.events.UserEvent.EmailVerified;
import java.time.Clock;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Redeems the links of verification mails, and sends new ones. */
@Component
class VerifyEmail {

  private final EmailVerifications verifications;
  private final Accounts accounts;
  private final VerificationMail mail;
  private final EventPublisher events;
  private final FieldCipher cipher;
  private final Clock clock;

  VerifyEmail(
      EmailVerifications verifications,
      Accounts accounts,
      VerificationMail mail,
      EventPublisher events,
      FieldCipher cipher,
      Clock clock) {
    this.verifications = verifications;
    this.accounts = accounts;
    this.mail = mail;
    this.events = events;
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
    events.publish(new EmailVerified(accountId, cipher.seal(account.email())));
  }

  /** Sends another link if there is an account to verify; says nothing either way. */
  @Transactional
  void resend(EmailAddress email) {
    accounts
        .lockByEmailIndex(cipher.blindIndex(email.value()))
        .filter(account -> !account.emailVerified())
        .ifPresent(account -> mail.sendLink(account, account.passwordHash()));
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
  @Transactional
  void forgetExpiredLinks() {
    verifications.deleteExpired(clock.instant());
  }
}
