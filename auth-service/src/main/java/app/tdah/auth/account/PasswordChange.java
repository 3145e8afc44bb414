package app.tdah.auth.account;

import app.tdah.defaults.audit.AuditTrail;
import app.tdah.defaults.security.CurrentUser;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Lets somebody who just proved who they are choose another password. */
@Component
class PasswordChange {

  private final Accounts accounts;
  private final NewPassword newPassword;
  private final OpenSessions sessions;
  private final ApplicationEventPublisher causes;
  private final AuditTrail audit;
  private final TransactionOperations transactions;
  private final Clock clock;

  PasswordChange(
      Accounts accounts,
      NewPassword newPassword,
      OpenSessions sessions,
      ApplicationEventPublisher causes,
      AuditTrail audit,
      TransactionOperations transactions,
      Clock clock) {
    this.accounts = accounts;
    this.newPassword = newPassword;
    this.sessions = sessions;
    this.causes = causes;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Sets it; the session that asks goes on, the others only if they may. */
  void change(CurrentUser user, String password, boolean endOtherSessions) {
    user.requireRecentLogin(clock);
    Account account = accounts.findById(user.id()).orElseThrow(AccountGone::new);
    String hash = newPassword.hash(password, account);
    transactions.executeWithoutResult(status -> {
      Account locked = accounts.lockById(user.id()).orElseThrow(AccountGone::new);
      sessions.require(user.sessionId());
      newPassword.set(locked, hash);
      audit.done(
          "password.change",
          user.id(),
          null,
          Map.of("endOtherSessions", Boolean.toString(endOtherSessions)));
      if (endOtherSessions) {
        causes.publishEvent(
            new SessionsVoided(user.id(), user.sessionId(), SessionsVoided.Cause.PASSWORD_CHANGED));
      }
    });
  }
}
