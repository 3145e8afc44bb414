package app.tdah.auth.throttle;

import app.tdah.auth.token.OpaqueToken;
import app.tdah.defaults.crypto.FieldCipher;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** On which browsers an account was signed in before. */
@Component
public class KnownDevices {

  private static final Duration KEPT = Duration.ofDays(400);
  private static final int PER_ACCOUNT = 20;

  private final JdbcClient jdbc;
  private final FieldCipher cipher;
  private final Clock clock;

  KnownDevices(JdbcClient jdbc, FieldCipher cipher, Clock clock) {
    this.jdbc = jdbc;
    this.cipher = cipher;
    this.clock = clock;
  }

  /** The account was signed in on it; {@code account} is its email index or its id. */
  boolean isKnown(String account, OpaqueToken device) {
    return jdbc.sql(
            """
            select exists (
              select from known_devices d join accounts a on a.id = d.account_id
               where d.device_hash = ? and (a.email_index = ? or a.id::text = ?))
            """)
        .param(device.hash())
        .param(account)
        .param(account)
        .query(Boolean.class)
        .single();
  }

  /** Somebody signed in on it; an account's twenty latest are kept. */
  @Transactional
  public void remember(UUID accountId, OpaqueToken device) {
    jdbc.sql(
            """
            insert into known_devices (account_id, device_hash, last_seen) values (?, ?, ?)
            on conflict (account_id, device_hash) do update set last_seen = excluded.last_seen
            """)
        .param(accountId)
        .param(device.hash())
        .param(Timestamp.from(clock.instant()))
        .update();
    jdbc.sql(
            """
            delete from known_devices where account_id = ? and device_hash in (
              select device_hash from known_devices where account_id = ?
               order by last_seen desc offset ?)
            """)
        .param(accountId)
        .param(accountId)
        .param(PER_ACCOUNT)
        .update();
  }

  /** What other services may know a browser by: a keyed hash. */
  public String idOf(OpaqueToken device) {
    return cipher.blindIndex("device:" + device.hash());
  }

  @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT7M")
  @Transactional
  void forgetOld() {
    jdbc.sql("delete from known_devices where last_seen < ?")
        .param(Timestamp.from(clock.instant().minus(KEPT)))
        .update();
  }
}
