package app.tdah.session.device;

import app.tdah.defaults.audit.AuditTrail;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets users name a device, and say whether it is theirs. */
@Component
class DescribeSession {

  private final UserSessions sessions;
  private final SessionProjection projection;
  private final Devices devices;
  private final AuditTrail audit;

  DescribeSession(
      UserSessions sessions, SessionProjection projection, Devices devices, AuditTrail audit) {
    this.sessions = sessions;
    this.projection = projection;
    this.devices = devices;
    this.audit = audit;
  }

  /**
   * Changes what is not null.
   *
   * @throws SessionNotFound also when it has ended or is another user's
   */
  @Transactional
  void describe(UUID userId, UUID sessionId, @Nullable String name, @Nullable Boolean trusted) {
    projection.catchUp(userId);
    UserSession session =
        sessions
            .lock(sessionId, userId)
            .filter(found -> !found.ended())
            .orElseThrow(SessionNotFound::new);
    if (name != null) {
      session.rename(name);
    }
    if (trusted != null && trusted != session.trusted()) {
      session.trust(trusted);
      audit.done(
          trusted ? "device.trust" : "device.distrust", userId, sessionId.toString(), Map.of());
    }
    sessions.flush();
    if (session.deviceId() != null) {
      devices.describe(userId, session.deviceId(), session.name(), session.trusted());
    }
  }
}
