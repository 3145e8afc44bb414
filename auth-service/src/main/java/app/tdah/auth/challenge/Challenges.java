package app.tdah.auth.challenge;

import app.tdah.auth.account.Account;
import app.tdah.auth.account.SessionsVoided;
import app.tdah.auth.session.Device;
import app.tdah.auth.session.RefreshTokenDelivery;
import app.tdah.auth.token.OpaqueToken;
import app.tdah.defaults.ids.Ids;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Log-ins that wait for a second factor. Each is open for five minutes and five attempts, for the
 * browser that it was made for, and for the password that it was made with. A native client has no
 * name yet when it signs in for the first time; whoever has the challenge's id can answer it.
 */
@Repository
class Challenges {

  static final Duration LIFETIME = Duration.ofMinutes(5);
  static final int ATTEMPTS = 5;

  private static final Duration KEPT = Duration.ofDays(1);

  private final JdbcClient jdbc;
  private final Clock clock;

  Challenges(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Transactional
  UUID open(Account account, Device device, RefreshTokenDelivery delivery) {
    UUID id = Ids.next();
    OpaqueToken cookie = delivery == RefreshTokenDelivery.COOKIE ? device.cookie() : null;
    jdbc.sql(
            """
            insert into challenges (id, account_id, password_changed, device_hash, device_name,
              delivery, created_at, expires_at, attempts, sms_sends)
            values (?, ?, ?, ?, ?, ?, ?, ?, 0, 0)
            """)
        .param(id)
        .param(account.id())
        .param(Timestamp.from(account.passwordChangedAt()))
        .param(cookie == null ? null : cookie.hash())
        .param(device.name())
        .param(delivery.name())
        .param(now())
        .param(Timestamp.from(clock.instant().plus(LIFETIME)))
        .update();
    return id;
  }

  /** An open one, if the caller is who it was made for. */
  Optional<Challenge> find(UUID id, @Nullable OpaqueToken device) {
    return jdbc.sql(
            """
            select c.id, c.account_id, c.device_name, c.delivery
              from challenges c join accounts a on a.id = c.account_id
             where c.id = ? and c.ended_at is null and c.expires_at > ? and c.attempts < ?
               and c.password_changed = a.password_changed_at
               and (c.device_hash is null or c.device_hash = ?)
            """)
        .param(id)
        .param(now())
        .param(ATTEMPTS)
        .param(device == null ? "" : device.hash())
        .query((row, number) ->
            new Challenge(
                row.getObject("id", UUID.class),
                row.getObject("account_id", UUID.class),
                row.getString("device_name"),
                RefreshTokenDelivery.valueOf(row.getString("delivery"))))
        .optional();
  }

  /** Takes one of the attempts and tells how many are left; empty when there was none. */
  @Transactional
  public Optional<Integer> attempt(UUID id) {
    return jdbc.sql(
            """
            update challenges set attempts = attempts + 1
             where id = ? and ended_at is null and expires_at > ? and attempts < ?
            returning attempts
            """)
        .param(id)
        .param(now())
        .param(ATTEMPTS)
        .query(Integer.class)
        .optional()
        .map(taken -> ATTEMPTS - taken);
  }

  /** Ends it. */
  void end(UUID id) {
    jdbc.sql("update challenges set ended_at = ? where id = ? and ended_at is null")
        .param(now())
        .param(id)
        .update();
  }

  /** Whether it waits still, for who took an attempt. */
  boolean isOpen(UUID id) {
    return jdbc.sql(
            "select exists (select from challenges where id = ? and ended_at is null"
                + " and expires_at > ?)")
        .param(id)
        .param(now())
        .query(Boolean.class)
        .single();
  }

  /** What was begun with a password that is void is void too. */
  @EventListener
  void on(SessionsVoided voided) {
    jdbc.sql("update challenges set ended_at = ? where account_id = ? and ended_at is null")
        .param(now())
        .param(voided.accountId())
        .update();
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT13M")
  @Transactional
  void forgetOld() {
    jdbc.sql("delete from challenges where expires_at < ?")
        .param(Timestamp.from(clock.instant().minus(KEPT)))
        .update();
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }

  /** An open challenge. */
  record Challenge(
      UUID id, UUID accountId, @Nullable String deviceName, RefreshTokenDelivery delivery) {}
}
