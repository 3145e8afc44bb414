package app.tdah.oauth.integration;

import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.ids.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Grants that wait to be handed back. A claim moves the due time on, so that a crash only delays.
 */
@Repository
class Revocations {

  private final JdbcClient jdbc;
  private final FieldCipher cipher;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Revocations(JdbcClient jdbc, FieldCipher cipher, ApplicationEventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.cipher = cipher;
    this.events = events;
    this.clock = clock;
  }

  void add(UUID userId, String provider, String accountIndex, String token) {
    UUID id = Ids.next();
    jdbc.sql(
            """
            insert into revocations (id, user_id, provider, account_index, token, due_at)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(
            id,
            userId,
            provider,
            accountIndex,
            cipher.encrypt(token, id.toString()),
            utc(clock.instant()))
        .update();
    events.publishEvent(new Added(id));
  }

  void forget(UUID userId, String provider, String accountIndex) {
    jdbc.sql("delete from revocations where user_id = ? and provider = ? and account_index = ?")
        .params(userId, provider, accountIndex)
        .update();
  }

  /** Due revocations; each comes back after the lease, doubled with every attempt. */
  @Transactional
  public List<Claimed> claim(int limit, Duration lease) {
    Instant now = clock.instant();
    return jdbc.sql(
            """
            update revocations
            set attempts = attempts + 1,
                due_at = :now + (:lease * power(2, attempts)) * interval '1 second'
            where id in (select id from revocations where due_at <= :now
                         order by due_at limit :limit for update skip locked)
            returning id, provider, token, attempts
            """)
        .param("now", utc(now))
        .param("lease", lease.toSeconds())
        .param("limit", limit)
        .query((row, number) -> {
          UUID id = row.getObject(1, UUID.class);
          String token = cipher.decrypt(row.getString(3), id.toString());
          return new Claimed(id, row.getString(2), token, row.getInt(4));
        })
        .list();
  }

  void remove(UUID id) {
    jdbc.sql("delete from revocations where id = ?").param(id).update();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  /** A grant waits. */
  record Added(UUID id) {}

  /** A grant to hand back now, for the {@code attempts}-th time. */
  record Claimed(UUID id, String provider, String token, int attempts) {}
}
