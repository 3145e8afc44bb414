package app.tdah.defaults.privacy;

import app.tdah.defaults.events.ErasedUsers;
import app.tdah.defaults.events.EventPublisher;
import app.tdah.events.UserEvent.DataErased;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Erases a user from this service and says so. */
public class Erasure {

  private final PersonalData data;
  private final ErasedUsers erased;
  private final JdbcClient jdbc;
  private final EventPublisher events;

  Erasure(PersonalData data, ErasedUsers erased, JdbcClient jdbc, EventPublisher events) {
    this.data = data;
    this.erased = erased;
    this.jdbc = jdbc;
    this.events = events;
  }

  /** Changes nothing but says it again when the user is erased already. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void run(UUID userId, UUID erasureId) {
    erased.add(userId);
    jdbc.sql("delete from idempotency_keys where user_id = ?").param(userId).update();
    data.erase(userId);
    events.publish(new DataErased(userId, erasureId, data.service()));
  }
}
