package app.tdah.auth.session;

import app.tdah.defaults.events.EventHandler;
import app.tdah.defaults.events.EventMetadata;
import app.tdah.events.SecurityEvent.SessionRevoked;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Ends the family of a session that session-service revoked; the mirror follows by itself. */
@Component
class RevokedSessions implements EventHandler<SessionRevoked> {

  private final RefreshFamilies families;
  private final Clock clock;

  RevokedSessions(RefreshFamilies families, Clock clock) {
    this.families = families;
    this.clock = clock;
  }

  @Override
  public Class<SessionRevoked> eventType() {
    return SessionRevoked.class;
  }

  @Override
  public void handle(SessionRevoked event, EventMetadata metadata) {
    families
        .lock(event.sessionId())
        .filter(family -> family.accountId().equals(event.userId()))
        .ifPresent(family -> family.end(EndReason.REVOKED, clock));
  }
}
