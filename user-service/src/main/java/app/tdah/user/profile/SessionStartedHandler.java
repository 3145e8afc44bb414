package app.tdah.user.profile;

import app.tdah.defaults.events.EventHandler;
import app.tdah.defaults.events.EventMetadata;
import app.tdah.events.SecurityEvent.SessionStarted;
import java.sql.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Notes when a user last signed in; the profile itself stays as it is, and so does its version. */
@Component
class SessionStartedHandler implements EventHandler<SessionStarted> {

  private final JdbcClient jdbc;

  SessionStartedHandler(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Class<SessionStarted> eventType() {
    return SessionStarted.class;
  }

  @Override
  public void handle(SessionStarted event, EventMetadata metadata) {
    jdbc.sql("update profiles set last_seen_at = greatest(last_seen_at, ?) where id = ?")
        .params(Timestamp.from(event.startedAt()), event.userId())
        .update();
  }
}
