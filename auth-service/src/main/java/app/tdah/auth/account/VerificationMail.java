package app.tdah.auth.account;

import app.tdah.auth.token.OpaqueToken;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Mails links that confirm an address; runs in the caller's transaction. */
@Component
class VerificationMail {

  private static final Duration WINDOW = Duration.ofMinutes(10);
  private static final int MAX_PER_WINDOW = 3;

  private final EmailVerifications verifications;
  private final AccountMail mail;
  private final AccountProperties properties;
  private final Clock clock;

  VerificationMail(
      EmailVerifications verifications,
      AccountMail mail,
      AccountProperties properties,
      Clock clock) {
    this.verifications = verifications;
    this.mail = mail;
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * Mails a link that confirms the address together with this password, and tells whether it did:
   * not when too many went out.
   */
  boolean sendLink(Account account, String passwordHash) {
    int recent =
        verifications.countByAccountIdAndCreatedAtAfter(
            account.id(), clock.instant().minus(WINDOW));
    if (recent >= MAX_PER_WINDOW) {
      return false;
    }
    OpaqueToken token = OpaqueToken.generate();
    verifications.save(new EmailVerification(token, account.id(), passwordHash, clock));
    String link = properties.publicUrl() + "/verify?token=" + token.value();
    mail.send(
        account.id(),
        "email-verification",
        account.email(),
        Map.of(
            "link", link, "token", token.value(), "displayName", account.person().displayName()));
    return true;
  }

  /** Tells the owner of a verified address that somebody tried to register with it. */
  void sendNotice(Account account) {
    if (account.claimNotice(clock)) {
      mail.send(
          account.id(),
          "account-exists",
          account.email(),
          Map.of(
              "link",
              properties.publicUrl() + "/login",
              "displayName",
              account.person().displayName()));
    }
  }
}
