package app.tdah.auth.account;

import app.tdah.defaults.events.EventPublisher;
import app.tdah.events.UserEvent.PasswordChanged;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What resetting and changing a password have in common. */
@Component
class NewPassword {

  private static final String FIELD = "newPassword";

  private final PasswordPolicy policy;
  private final Passwords passwords;
  private final CredentialTokens tokens;
  private final AccountMail mail;
  private final EventPublisher events;
  private final Clock clock;

  NewPassword(
      PasswordPolicy policy,
      Passwords passwords,
      CredentialTokens tokens,
      AccountMail mail,
      EventPublisher events,
      Clock clock) {
    this.policy = policy;
    this.passwords = passwords;
    this.tokens = tokens;
    this.mail = mail;
    this.events = events;
    this.clock = clock;
  }

  /** The hash of a password that is good enough; outside of a transaction, for it takes a while. */
  String hash(String password, Account account) {
    policy.check(FIELD, password, List.of(account.email(), account.person().displayName()));
    return passwords.hash(password);
  }

  /** Sets it on a locked account: every link that is still under way dies, the owner is told. */
  void set(Account account, String hash) {
    account.changePassword(hash, clock);
    tokens.deleteUnused(account.id());
    events.publish(new PasswordChanged(account.id()));
    mail.send(account.id(), "password-changed", account.email(), Map.of());
  }
}
