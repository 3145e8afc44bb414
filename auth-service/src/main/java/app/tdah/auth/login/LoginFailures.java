package app.tdah.auth.login;

import app.tdah.auth.account.Account;
import app.tdah.auth.session.Device;
import app.tdah.defaults.audit.AuditTrail;
import app.tdah.defaults.events.EventPublisher;
import app.tdah.events.SecurityEvent.LoginFailed;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells of log-ins that were refused. */
@Component
class LoginFailures {

  private final EventPublisher events;
  private final AuditTrail audit;

  LoginFailures(EventPublisher events, AuditTrail audit) {
    this.events = events;
    this.audit = audit;
  }

  /** The same work whether there is an account or not. */
  @Transactional
  void report(@Nullable Account account, String tried, Device device, String reason) {
    UUID userId = account == null ? null : account.id();
    events.publish(new LoginFailed(userId, device.address(), reason, tried));
    audit.refused("login", userId, null, Map.of("reason", reason));
  }
}
