package app.tdah.session.device;

import app.tdah.defaults.events.EventPublisher;
import app.tdah.events.SecurityEvent.SessionRevoked;
import app.tdah.session.activity.SecurityLog;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends sessions for their user, in the database; {@link RevocationSweep} carries it to Redis. */
@Component
class RevokeSession {

  static final String REASON = "REVOKED";

  private final UserSessions sessions;
  private final SessionProjection projection;
  private final PendingRevocations pending;
  private final SecurityLog log;
  private final EventPublisher events;
  private final Clock clock;

  RevokeSession(
      UserSessions sessions,
      SessionProjection projection,
      PendingRevocations pending,
      SecurityLog log,
      EventPublisher events,
      Clock clock) {
    this.sessions = sessions;
    this.projection = projection;
    this.pending = pending;
    this.log = log;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Ends one; nothing changes if it has ended already.
   *
   * @throws SessionNotFound also when it is another user's
   */
  @Transactional
  void revoke(UUID userId, UUID sessionId) {
    projection.catchUp(userId);
    UserSession session = sessions.lock(sessionId, userId).orElseThrow(SessionNotFound::new);
    if (!session.ended()) {
      end(session);
    }
  }

  /** Ends all but one, and tells which. */
  @Transactional
  List<UUID> revokeOthers(UUID userId, UUID kept) {
    projection.catchUp(userId);
    List<UserSession> others = sessions.lockLiveExcept(userId, kept);
    others.forEach(this::end);
    return others.stream().map(UserSession::id).toList();
  }

  private void end(UserSession session) {
    session.end(REASON, clock);
    pending.save(new PendingRevocation(session.id(), session.userId(), clock.instant()));
    events.publish(new SessionRevoked(session.userId(), session.id()));
    log.sessionRevoked(session.userId(), session.id());
  }
}
