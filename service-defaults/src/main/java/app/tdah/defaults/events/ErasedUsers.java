package app.tdah.defaults.events;

import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.events.DomainEvent;
import app.tdah.events.EventTypes;
import app.tdah.events.SecurityEvent.Audited;
import app.tdah.events.UserEvent.DataErased;
import app.tdah.events.UserEvent.Erased;
import app.tdah.events.UserEvent.ErasureRequested;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who was erased here, as keyed hashes. An event about one of them comes too late: it reaches only
 * the handlers of the erasure itself, so that nothing is written down again, and the audit log,
 * which then does not say who it was.
 */
public class ErasedUsers {

  private static final Set<Class<?>> STILL_HEARD =
      Set.of(ErasureRequested.class, DataErased.class, Erased.class, Audited.class);
  private static final List<String> STILL_SENT =
      List.of(
          EventTypes.nameOf(ErasureRequested.class),
          EventTypes.nameOf(DataErased.class),
          EventTypes.nameOf(Erased.class),
          EventTypes.nameOf(Audited.class));

  private final JdbcClient jdbc;
  private final FieldCipher cipher;
  private final Clock clock;

  ErasedUsers(JdbcClient jdbc, FieldCipher cipher, Clock clock) {
    this.jdbc = jdbc;
    this.cipher = cipher;
    this.clock = clock;
  }

  /**
   * Keeps an erasure of the user waiting until the end of the transaction, or waits for one that is
   * under way. Whether there is a tombstone is to be read after this, and stays so: otherwise
   * another replica could erase the user between that and what is written down.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void hold(UUID userId) {
    lock("pg_advisory_xact_lock_shared", userId);
  }

  /** Waits for all that {@link #hold} the user, and keeps others waiting likewise. */
  @Transactional(propagation = Propagation.MANDATORY)
  void holdAlone(UUID userId) {
    lock("pg_advisory_xact_lock", userId);
  }

  /** Whether there is a tombstone. */
  public boolean contains(UUID userId) {
    return jdbc.sql("select exists (select 1 from erased_users where user_hash = ?)")
        .param(hash(userId))
        .query(Boolean.class)
        .single();
  }

  /**
   * Sets the tombstone, and forgets the user's events that are not sent yet, except those of the
   * erasure and the audit.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void add(UUID userId) {
    holdAlone(userId);
    jdbc.sql("delete from outbox where event_key = :user and type not in (:kept)")
        .param("user", userId.toString())
        .param("kept", STILL_SENT)
        .update();
    jdbc.sql("insert into erased_users values (?, ?) on conflict do nothing")
        .params(hash(userId), Timestamp.from(clock.instant()))
        .update();
  }

  /** Services share a database, and do not wait for each other. */
  private void lock(String function, UUID userId) {
    jdbc.sql("select 1 from %s(hashtextextended(current_schema() || ?, 0))".formatted(function))
        .param(hash(userId))
        .query(Integer.class)
        .single();
  }

  String hash(UUID userId) {
    return cipher.blindIndex("erased-user:" + userId);
  }

  /** Whether a handler is told of somebody who was erased. */
  static boolean stillHears(EventHandler<?> handler) {
    return STILL_HEARD.contains(handler.eventType());
  }

  /**
   * Events that may end with the erasure of their user. They hold the user alone from the start:
   * two that only then wanted to would wait for each other.
   */
  static boolean mayErase(DomainEvent event) {
    return event instanceof ErasureRequested || event instanceof DataErased;
  }

  /** Handlers of the request to erase come last: what others write down before is erased too. */
  static boolean erases(Class<? extends DomainEvent> handled) {
    return handled.equals(ErasureRequested.class);
  }
}
