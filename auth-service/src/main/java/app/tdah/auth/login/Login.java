package app.tdah.auth.login;

import app.tdah.auth.account.Account;
import app.tdah.auth.account.AccountDirectory;
import app.tdah.auth.account.EmailAddress;
import app.tdah.auth.account.Passwords;
import app.tdah.auth.account.Rehash;
import app.tdah.auth.challenge.OpenChallenge;
import app.tdah.auth.session.Device;
import app.tdah.auth.session.RefreshTokenDelivery;
import app.tdah.auth.session.StartSession;
import app.tdah.auth.throttle.LoginThrottle;
import app.tdah.auth.throttle.ThrottleKind;
import app.tdah.auth.token.OpaqueToken;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Signs somebody in by e-mail address and password. */
@Component
class Login {

  private static final List<String> PASSWORD = List.of("pwd");

  private final AccountDirectory accounts;
  private final Passwords passwords;
  private final Rehash rehash;
  private final LoginThrottle throttle;
  private final StartSession sessions;
  private final LoginFailures failures;
  private final OpenChallenge challenges;

  Login(
      AccountDirectory accounts,
      Passwords passwords,
      Rehash rehash,
      LoginThrottle throttle,
      StartSession sessions,
      LoginFailures failures,
      OpenChallenge challenges) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.rehash = rehash;
    this.throttle = throttle;
    this.sessions = sessions;
    this.failures = failures;
    this.challenges = challenges;
  }

  /** No transaction is open while the password is hashed. */
  LoginResult login(
      EmailAddress email, String password, Device device, RefreshTokenDelivery delivery) {
    String counted = accounts.indexOf(email);
    String address = device.address();
    Optional<OpaqueToken> cookie = Optional.ofNullable(device.cookie());
    throttle.check(ThrottleKind.PASSWORD, counted, address, cookie);
    Account account = accounts.find(email).orElse(null);
    boolean matches = passwords.matches(password, account == null ? null : account.passwordHash());
    // Again: a right guess among many at once must not get through past the limit.
    throttle.check(ThrottleKind.PASSWORD, counted, address, cookie);
    // Whoever registers an address must not learn by signing in whether it had an account before.
    if (account == null || !matches || !account.emailVerified()) {
      String reason = matches ? "EMAIL_NOT_VERIFIED" : "INVALID_CREDENTIALS";
      failures.report(account, counted, device, reason);
      throttle.failed(ThrottleKind.PASSWORD, counted, address, cookie);
      return new LoginResult.InvalidCredentials();
    }
    if (account.suspended()) {
      failures.report(account, counted, device, "ACCOUNT_SUSPENDED");
      return new LoginResult.Suspended();
    }
    throttle.succeeded(ThrottleKind.PASSWORD, counted, address, cookie);
    rehash.ifOutdated(account, password);
    return challenges
        .of(account, device, delivery)
        .<LoginResult>map(LoginResult.SecondFactor::new)
        .orElseGet(() -> new LoginResult.Authenticated(sessions.start(account, device, PASSWORD)));
  }
}
