package app.tdah.auth.challenge;

import app.tdah.auth.account.Account;
import app.tdah.auth.factor.Method;
import app.tdah.auth.factor.SecondFactors;
import app.tdah.auth.passkey.InvalidPasskey;
import app.tdah.auth.session.Device;
import app.tdah.auth.throttle.LoginThrottle;
import app.tdah.auth.token.OpaqueToken;
import app.tdah.defaults.audit.AuditTrail;
import app.tdah.defaults.events.EventPublisher;
import app.tdah.events.SecurityEvent.MfaFailed;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Whether a code is right, which it is once; failures are counted, each kind for itself. */
@Component
class CheckCode {

  private final SecondFactors factors;
  private final LoginThrottle throttle;
  private final EventPublisher events;
  private final AuditTrail audit;
  private final TransactionOperations transactions;

  CheckCode(
      SecondFactors factors,
      LoginThrottle throttle,
      EventPublisher events,
      AuditTrail audit,
      TransactionOperations transactions) {
    this.factors = factors;
    this.throttle = throttle;
    this.events = events;
    this.audit = audit;
    this.transactions = transactions;
  }

  /**
   * Spends the code.
   *
   * @param code for a passkey, what the authenticator answered
   * @param sms whether a code is the one that was sent, for {@link Method#SMS}
   */
  boolean spend(Account account, Method method, String code, Device device, BooleanSupplier sms) {
    admit(account, method, device);
    if (prepare(account, method, code, sms).getAsBoolean()) {
      succeeded(account, method, device);
      return true;
    }
    failed(account, method, device);
    return false;
  }

  /**
   * Goes on only while there is nothing to wait for.
   *
   * @throws app.tdah.auth.throttle.TooManyFailures with the time to wait
   */
  void admit(Account account, Method method, Device device) {
    throttle.check(method.kind(), account.emailIndex(), device.address(), cookie(device));
  }

  /**
   * Does what is slow, so to be called without a transaction.
   *
   * @return spends the code in the caller's transaction; whether it was right
   */
  BooleanSupplier prepare(Account account, Method method, String code, BooleanSupplier sms) {
    return switch (method) {
      case PASSKEY -> () -> signed(account, code);
      case TOTP -> () -> factors.spendTotp(account.id(), code.strip());
      case SMS -> sms;
      case BACKUP_CODE -> {
        UUID found = factors.findBackupCode(account.id(), code);
        yield () -> found != null && factors.spendBackupCode(account.id(), found);
      }
    };
  }

  /** Forgets the failures before. */
  void succeeded(Account account, Method method, Device device) {
    throttle.succeeded(method.kind(), account.emailIndex(), device.address(), cookie(device));
  }

  /** Counts and tells a failure. */
  void failed(Account account, Method method, Device device) {
    transactions.executeWithoutResult(status -> {
      events.publish(new MfaFailed(account.id(), method.name(), device.address()));
      audit.refused("mfa", account.id(), null, Map.of("method", method.name()));
    });
    throttle.failed(method.kind(), account.emailIndex(), device.address(), cookie(device));
  }

  private static Optional<OpaqueToken> cookie(Device device) {
    return Optional.ofNullable(device.cookie());
  }

  private boolean signed(Account account, String credential) {
    try {
      factors.confirmByPasskey(account.id(), credential);
      return true;
    } catch (InvalidPasskey e) {
      return false;
    }
  }
}
