package app.tdah.session.device;

import app.tdah.defaults.audit.AuditTrail;
import app.tdah.defaults.events.EventPublisher;
import app.tdah.events.SecurityEvent.SessionRevoked;
import app.tdah.session.activity.SecurityLog;
import app.tdah.session.origin.UserAgent;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Ends sessions in the database; {@link RevocationSweep} carries it to Redis. */
@Component
public class RevokeSession {

  static final String REASON = "REVOKED";

  private final UserSessions sessions;
  private final SessionProjection projection;
  private final PendingRevocations pending;
  private final SecurityLog log;
  private final Announcement announcement;
  private final Clock clock;

  RevokeSession(
      UserSessions sessions,
      SessionProjection projection,
      PendingRevocations pending,
      SecurityLog log,
      Announcement announcement,
      Clock clock) {
    this.sessions = sessions;
    this.projection = projection;
    this.pending = pending;
    this.log = log;
    this.announcement = announcement;
    this.clock = clock;
  }

  /**
   * Ends one for its user; nothing changes if it has ended already.
   *
   * @throws SessionNotFound also when it is another user's
   */
  @Transactional
  void revoke(UUID userId, UUID sessionId) {
    projection.catchUp(userId);
    UserSession session = sessions.lock(sessionId, userId).orElseThrow(SessionNotFound::new);
    if (!session.ended()) {
      end(session, null);
    }
  }

  /** Ends all but one for their user. */
  @Transactional
  void revokeOthers(UUID userId, UUID kept) {
    projection.catchUp(userId);
    sessions.lockLiveExcept(userId, kept).forEach(session -> end(session, null));
  }

  /** An administrator ends all sessions of a user. */
  @Transactional
  void revokeAll(UUID userId) {
    projection.catchUp(userId);
    sessions.lockLive(userId).forEach(session -> end(session, "ADMIN"));
  }

  /** Ends sessions that are a threat to their user, in the transaction that found it. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void revokeThreats(UUID userId, List<UUID> sessionIds) {
    projection.catchUp(userId);
    sessionIds.stream()
        .sorted()
        .flatMap(id -> sessions.lock(id, userId).stream())
        .filter(session -> !session.ended())
        .forEach(session -> end(session, "THREAT"));
  }

  private void end(UserSession session, @Nullable String by) {
    session.end(REASON, clock);
    pending.save(new PendingRevocation(session.id(), session.userId(), clock.instant()));
    String agent = UserAgent.parse(session.userAgent()).describe();
    log.sessionRevoked(
        session.userId(), session.id(), session.name() == null ? agent : session.name(), by);
    announcement.of(session, by == null ? "USER" : by);
  }

  /** Tells the other services, the audit trail, and our own sweep. */
  @Component
  static class Announcement {

    private final EventPublisher events;
    private final AuditTrail audit;
    private final ApplicationEventPublisher here;

    Announcement(EventPublisher events, AuditTrail audit, ApplicationEventPublisher here) {
      this.events = events;
      this.audit = audit;
      this.here = here;
    }

    void of(UserSession session, String by) {
      events.publish(new SessionRevoked(session.userId(), session.id()));
      audit.done("session.end", session.userId(), session.id().toString(), Map.of("by", by));
      here.publishEvent(new Revoked(session.id(), session.userId()));
    }
  }
}
