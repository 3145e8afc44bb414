package app.tdah.auth.login;

import app.tdah.auth.account.Account;
import app.tdah.auth.account.AccountDirectory;
import app.tdah.auth.account.EmailAddress;
import app.tdah.auth.account.Passwords;
import app.tdah.auth.session.Device;
import app.tdah.auth.session.StartSession;
import app.tdah.defaults.events.EventPublisher;
import app.tdah.events.SecurityEvent.LoginFailed;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Signs somebody in by e-mail address and password. */
@Component
class Login {

  private static final List<String> PASSWORD = List.of("pwd");

  private final AccountDirectory accounts;
  private final Passwords passwords;
  private final LoginThrottle throttle;
  private final StartSession sessions;
  private final EventPublisher events;
  private final TransactionOperations transactions;

  Login(
      AccountDirectory accounts,
      Passwords passwords,
      LoginThrottle throttle,
      StartSession sessions,
      EventPublisher events,
      TransactionOperations transactions) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.throttle = throttle;
    this.sessions = sessions;
    this.events = events;
    this.transactions = transactions;
  }

  /** No transaction is open while the password is hashed. */
  LoginResult login(EmailAddress email, String password, Device device) {
    String counted = accounts.indexOf(email);
    throttle.check(counted, device.address());
    Account account = accounts.find(email).orElse(null);
    boolean matches = passwords.matches(password, account == null ? null : account.passwordHash());
    // Again: a right guess among many at once must not get through past the limit.
    throttle.check(counted, device.address());
    if (account == null || !matches) {
      report(account, device, "INVALID_CREDENTIALS");
      throttle.failed(counted, device.address());
      return new LoginResult.InvalidCredentials();
    }
    if (!account.emailVerified()) {
      report(account, device, "EMAIL_NOT_VERIFIED");
      return new LoginResult.EmailNotVerified();
    }
    throttle.succeeded(counted, device.address());
    return new LoginResult.Authenticated(sessions.start(account, device, PASSWORD));
  }

  private void report(@Nullable Account account, Device device, String reason) {
    LoginFailed event =
        new LoginFailed(
            Optional.ofNullable(account).map(Account::id).orElse(null), device.address(), reason);
    transactions.executeWithoutResult(status -> events.publish(event));
  }
}
