package app.tdah.auth.factor;

import app.tdah.auth.account.SessionsVoided;
import app.tdah.auth.token.OpaqueToken;
import app.tdah.defaults.ids.Ids;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Browsers on which the second factor is not asked for, for thirty days. */
@Repository
public class TrustedDevices {

  private static final Duration TRUST = Duration.ofDays(30);

  private final JdbcClient jdbc;
  private final Clock clock;

  TrustedDevices(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Whether the owner said so on this browser, not too long ago. */
  public boolean trusts(UUID accountId, @Nullable OpaqueToken device) {
    return device != null
        && jdbc.sql(
                """
                select exists (select from trusted_devices
                 where account_id = ? and device_hash = ? and expires_at > ?)
                """)
            .param(accountId)
            .param(device.hash())
            .param(now())
            .query(Boolean.class)
            .single();
  }

  /** From now on, for thirty days. */
  public void trust(
      UUID accountId, OpaqueToken device, @Nullable String name, @Nullable String userAgent) {
    jdbc.sql(
            """
            insert into trusted_devices
              (id, account_id, device_hash, name, user_agent, created_at, expires_at)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (account_id, device_hash) do update
              set created_at = excluded.created_at, expires_at = excluded.expires_at
            """)
        .param(Ids.next())
        .param(accountId)
        .param(device.hash())
        .param(name)
        .param(userAgent)
        .param(now())
        .param(Timestamp.from(clock.instant().plus(TRUST)))
        .update();
  }

  List<TrustedDevice> of(UUID accountId, @Nullable OpaqueToken current) {
    String here = current == null ? "" : current.hash();
    return jdbc.sql(
            """
            select id, device_hash, name, user_agent, created_at, expires_at from trusted_devices
             where account_id = ? and expires_at > ? order by created_at desc
            """)
        .param(accountId)
        .param(now())
        .query((row, number) ->
            new TrustedDevice(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("user_agent"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                row.getString("device_hash").equals(here)))
        .list();
  }

  boolean remove(UUID accountId, UUID id) {
    return jdbc.sql("delete from trusted_devices where account_id = ? and id = ?")
            .param(accountId)
            .param(id)
            .update()
        == 1;
  }

  void removeAll(UUID accountId) {
    jdbc.sql("delete from trusted_devices where account_id = ?").param(accountId).update();
  }

  /** Trust ends with the sessions. */
  @EventListener
  void on(SessionsVoided voided) {
    removeAll(voided.accountId());
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT11M")
  @Transactional
  void forgetExpired() {
    jdbc.sql("delete from trusted_devices where expires_at <= ?").param(now()).update();
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }

  /** One of them; {@code current} for the browser that asks. */
  record TrustedDevice(
      UUID id,
      @Nullable String name,
      @Nullable String userAgent,
      Instant createdAt,
      Instant expiresAt,
      boolean current) {}
}
