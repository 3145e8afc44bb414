package app.tdah.auth.challenge;

import app.tdah.auth.account.Account;
import app.tdah.auth.account.AccountDirectory;
import app.tdah.auth.account.Passwords;
import app.tdah.auth.factor.Method;
import app.tdah.auth.factor.SecondFactors;
import app.tdah.auth.session.Device;
import app.tdah.auth.session.RenewAuthTime;
import app.tdah.auth.session.RenewedToken;
import app.tdah.auth.throttle.LoginThrottle;
import app.tdah.auth.throttle.ThrottleKind;
import app.tdah.auth.token.OpaqueToken;
import app.tdah.defaults.audit.AuditTrail;
import app.tdah.defaults.security.CurrentUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Proves again who uses a session: with the password, a passkey or the authenticator app. Codes by
 * text message and backup codes are not enough, since a phone that lies about may receive the one
 * and hold the other.
 */
@Component
class Reauthenticate {

  private final AccountDirectory accounts;
  private final Passwords passwords;
  private final SecondFactors factors;
  private final CheckCode codes;
  private final LoginThrottle throttle;
  private final RenewAuthTime sessions;
  private final AuditTrail audit;
  private final TransactionOperations transactions;

  Reauthenticate(
      AccountDirectory accounts,
      Passwords passwords,
      SecondFactors factors,
      CheckCode codes,
      LoginThrottle throttle,
      RenewAuthTime sessions,
      AuditTrail audit,
      TransactionOperations transactions) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.factors = factors;
    this.codes = codes;
    this.throttle = throttle;
    this.sessions = sessions;
    this.audit = audit;
    this.transactions = transactions;
  }

  /** {@code PASSWORD}, and {@code PASSKEY} and {@code TOTP} for who has them. */
  List<String> methods(CurrentUser user) {
    List<String> methods = new ArrayList<>(List.of("PASSWORD"));
    List<Method> own = factors.of(user.id());
    for (Method method : List.of(Method.PASSKEY, Method.TOTP)) {
      if (own.contains(method)) {
        methods.add(method.name());
      }
    }
    return methods;
  }

  RenewedToken byPassword(CurrentUser user, String password, Device device) {
    Account account = accounts.find(user.id()).orElseThrow(InvalidCode::new);
    Optional<OpaqueToken> cookie = Optional.ofNullable(device.cookie());
    String counted = account.emailIndex();
    throttle.check(ThrottleKind.PASSWORD, counted, device.address(), cookie);
    boolean matches = passwords.matches(password, account.passwordHash());
    // Again: a right guess among many at once must not get through past the limit.
    throttle.check(ThrottleKind.PASSWORD, counted, device.address(), cookie);
    if (!matches) {
      refused(user);
      throttle.failed(ThrottleKind.PASSWORD, counted, device.address(), cookie);
      throw new InvalidCode();
    }
    throttle.succeeded(ThrottleKind.PASSWORD, counted, device.address(), cookie);
    return sessions.renew(user.sessionId(), account);
  }

  /** By {@code TOTP} or {@code PASSKEY}. */
  RenewedToken by(Method method, CurrentUser user, String proof, Device device) {
    Account account = accounts.find(user.id()).orElseThrow(InvalidCode::new);
    if (!codes.spend(account, method, proof, device, () -> false)) {
      throw new InvalidCode();
    }
    return sessions.renew(user.sessionId(), account);
  }

  private void refused(CurrentUser user) {
    transactions.executeWithoutResult(
        status -> audit.refused("reauthenticate", user.id(), null, Map.of()));
  }
}
