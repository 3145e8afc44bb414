package app.tdah.auth.account;

import app.tdah.auth.token.OpaqueToken;
import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.events.EventPublisher;
import app.tdah.defaults.ids.Ids;
import app.tdah.events.CommunicationEvent.NotificationRequested;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Asks user-service to mail to an account's address; runs in the caller's transaction. */
@Component
class VerificationMail {

  private static final Duration WINDOW = Duration.ofMinutes(10);
  private static final int MAX_PER_WINDOW = 3;

  private final EmailVerifications verifications;
  private final EventPublisher events;
  private final FieldCipher cipher;
  private final JsonMapper json;
  private final AccountProperties properties;
  private final Clock clock;

  VerificationMail(
      EmailVerifications verifications,
      EventPublisher events,
      FieldCipher cipher,
      JsonMapper json,
      AccountProperties properties,
      Clock clock) {
    this.verifications = verifications;
    this.events = events;
    this.cipher = cipher;
    this.json = json;
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * Mails a link that confirms the address together with this password, if not too many went out.
   */
  void sendLink(Account account, String passwordHash) {
    int recent =
        verifications.countByAccountIdAndCreatedAtAfter(
            account.id(), clock.instant().minus(WINDOW));
    if (recent >= MAX_PER_WINDOW) {
      return;
    }
    OpaqueToken token = OpaqueToken.generate();
    verifications.save(new EmailVerification(token, account.id(), passwordHash, clock));
    String link = properties.publicUrl() + "/verify-email?token=" + token.value();
    request(
        account,
        "email-verification",
        Map.of(
            "link", link, "token", token.value(), "displayName", account.person().displayName()));
  }

  /** Tells the owner of a verified address that somebody tried to register with it. */
  void sendNotice(Account account) {
    if (account.claimNotice(clock)) {
      request(
          account,
          "account-exists",
          Map.of(
              "link",
              properties.publicUrl() + "/login",
              "displayName",
              account.person().displayName()));
    }
  }

  private void request(Account account, String template, Map<String, String> variables) {
    events.publish(
        new NotificationRequested(
            account.id(),
            Ids.next(),
            template,
            cipher.seal(account.email()),
            cipher.seal(json.writeValueAsString(variables))));
  }
}
