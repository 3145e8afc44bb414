package app.tdah.chat.realtime;

import app.tdah.defaults.events.EventHandler;
import app.tdah.defaults.events.EventMetadata;
import app.tdah.events.SecurityEvent.SessionEnded;
import app.tdah.events.SecurityEvent.SessionRevoked;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/**
 * Closes the sockets of a session that has ended: at once when Redis says so, and again when the
 * event comes, in case Redis was away.
 */
@Component
class EndedSessions {

  /** Carries the id of every session that ends; whoever ends one publishes it. */
  static final String CHANNEL = "sessions-ended";

  static final String TYPE = "session.ended";

  private static final Logger log = LoggerFactory.getLogger(EndedSessions.class);

  /** Lets the last frame leave before the socket closes. */
  private static final Duration LAST_WORDS = Duration.ofMillis(150);

  private final Sockets sockets;
  private final Delivery delivery;
  private final Realtime realtime;
  private final StringRedisTemplate redis;
  private final TaskScheduler scheduler;
  private final Clock clock;

  EndedSessions(
      Sockets sockets,
      Delivery delivery,
      Realtime realtime,
      StringRedisTemplate redis,
      @Qualifier("taskScheduler") TaskScheduler scheduler,
      Clock clock) {
    this.sockets = sockets;
    this.delivery = delivery;
    this.realtime = realtime;
    this.redis = redis;
    this.scheduler = scheduler;
    this.clock = clock;
  }

  /** Tells the sockets of this replica that belong to the session, and closes them. */
  void close(UUID sessionId) {
    for (Socket socket : sockets.ofSession(sessionId)) {
      delivery.tell(socket, TYPE, Map.of("sessionId", sessionId));
      scheduler.schedule(
          () -> socket.close(Sockets.SESSION_ENDED), clock.instant().plus(LAST_WORDS));
    }
  }

  private void ended(UUID userId, UUID sessionId) {
    close(sessionId);
    try {
      redis.convertAndSend(CHANNEL, sessionId.toString());
    } catch (DataAccessException e) {
      log.warn("other replicas were not told of session {}", sessionId);
    }
    realtime.publish(userId, TYPE, Map.of("sessionId", sessionId));
  }

  @Component
  static class OnSessionRevoked implements EventHandler<SessionRevoked> {

    private final EndedSessions sessions;

    OnSessionRevoked(EndedSessions sessions) {
      this.sessions = sessions;
    }

    @Override
    public Class<SessionRevoked> eventType() {
      return SessionRevoked.class;
    }

    @Override
    public void handle(SessionRevoked event, EventMetadata metadata) {
      sessions.ended(event.userId(), event.sessionId());
    }
  }

  @Component
  static class OnSessionEnded implements EventHandler<SessionEnded> {

    private final EndedSessions sessions;

    OnSessionEnded(EndedSessions sessions) {
      this.sessions = sessions;
    }

    @Override
    public Class<SessionEnded> eventType() {
      return SessionEnded.class;
    }

    @Override
    public void handle(SessionEnded event, EventMetadata metadata) {
      sessions.ended(event.userId(), event.sessionId());
    }
  }
}
