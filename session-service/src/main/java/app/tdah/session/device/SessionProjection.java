package app.tdah.session.device;

import app.tdah.defaults.events.EventHandler;
import app.tdah.defaults.events.EventMetadata;
import app.tdah.events.SecurityEvent;
import app.tdah.events.SecurityEvent.SessionEnded;
import app.tdah.events.SecurityEvent.SessionStarted;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps our picture of the sessions: from events, and from Redis for those just begun. */
@Component
class SessionProjection implements EventHandler<SecurityEvent> {

  private final UserSessions sessions;
  private final StartedSessions started;
  private final LiveSessions live;
  private final Clock clock;

  SessionProjection(
      UserSessions sessions, StartedSessions started, LiveSessions live, Clock clock) {
    this.sessions = sessions;
    this.started = started;
    this.live = live;
    this.clock = clock;
  }

  @Override
  public Class<SecurityEvent> eventType() {
    return SecurityEvent.class;
  }

  @Override
  public void handle(SecurityEvent event, EventMetadata metadata) {
    switch (event) {
      case SessionStarted session -> started.add(session);
      case SessionEnded ended ->
          sessions
              .lock(ended.sessionId(), ended.userId())
              .ifPresent(session -> session.end(ended.reason(), clock));
      default -> {
        // Not about how a session begins or ends.
      }
    }
  }

  /** Takes in sessions of a user whose event is still on its way. */
  @Transactional
  void catchUp(UUID userId) {
    Set<UUID> unknown = new HashSet<>(live.of(userId));
    if (!unknown.isEmpty()) {
      unknown.removeAll(sessions.known(unknown));
    }
    for (UUID id : unknown) {
      live.find(id, userId).ifPresent(started::add);
    }
  }
}
