package app.tdah.auth.session;

import app.tdah.defaults.audit.AuditTrail;
import app.tdah.defaults.events.EventPublisher;
import app.tdah.events.SecurityEvent.LoginSucceeded;
import app.tdah.events.SecurityEvent.SessionEnded;
import app.tdah.events.SecurityEvent.SessionStarted;
import app.tdah.events.SecurityEvent.TokenReused;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells other services and the audit log what happens to sessions, in the caller's transaction. */
@Component
class SessionLog {

  private final EventPublisher events;
  private final AuditTrail audit;

  SessionLog(EventPublisher events, AuditTrail audit) {
    this.events = events;
    this.audit = audit;
  }

  void started(RefreshFamily family, Device device, @Nullable String deviceId) {
    events.publish(new LoginSucceeded(family.accountId(), family.id(), device.address()));
    events.publish(
        new SessionStarted(
            family.accountId(),
            family.id(),
            device.name(),
            device.userAgent(),
            device.address(),
            family.amr(),
            family.startedAt(),
            deviceId,
            device.trusted()));
    audit.done(
        "session.start",
        family.accountId(),
        family.id().toString(),
        Map.of("amr", String.join(",", family.amr())));
  }

  void ended(RefreshFamily family, EndReason reason) {
    events.publish(new SessionEnded(family.accountId(), family.id(), reason.name()));
    audit.done(
        "session.end", family.accountId(), family.id().toString(), Map.of("reason", reason.name()));
  }

  void reused(RefreshFamily family) {
    events.publish(new TokenReused(family.accountId(), family.id()));
  }
}
