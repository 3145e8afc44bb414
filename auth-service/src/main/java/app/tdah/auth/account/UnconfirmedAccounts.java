package app.tdah.auth.account;

import app.tdah.defaults.audit.AuditTrail;
import app.tdah.defaults.events.EventPublisher;
import app.tdah.events.UserEvent.RegistrationExpired;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Removes accounts whose address nobody confirmed, so that a stranger cannot keep an address from
 * its owner by registering it.
 */
@Component
class UnconfirmedAccounts {

  private static final int AT_ONCE = 100;

  private final JdbcClient jdbc;
  private final EventPublisher events;
  private final AuditTrail audit;
  private final AccountProperties properties;
  private final Clock clock;

  UnconfirmedAccounts(
      JdbcClient jdbc,
      EventPublisher events,
      AuditTrail audit,
      AccountProperties properties,
      Clock clock) {
    this.jdbc = jdbc;
    this.events = events;
    this.audit = audit;
    this.properties = properties;
    this.clock = clock;
  }

  /** Those that are old enough and have no link that still works. */
  @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT3M")
  @Transactional
  void removeOld() {
    Instant now = clock.instant();
    jdbc.sql(
            """
            select a.id from accounts a
             where a.email_verified_at is null and a.created_at < ?
               and not exists (select from email_verifications v
                                where v.account_id = a.id and v.expires_at > ?)
               and not exists (select from credential_tokens t
                                where t.account_id = a.id and t.expires_at > ?)
             order by a.created_at limit ? for update of a skip locked
            """)
        .param(Timestamp.from(now.minus(properties.unconfirmedFor())))
        .param(Timestamp.from(now))
        .param(Timestamp.from(now))
        .param(AT_ONCE)
        .query(UUID.class)
        .list()
        .forEach(this::remove);
  }

  /** Removes one with all that belongs to it; it must be locked. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void remove(UUID accountId) {
    jdbc.sql("delete from accounts where id = ?").param(accountId).update();
    audit.done("account.expire", accountId, null, Map.of());
    events.publish(new RegistrationExpired(accountId));
  }
}
