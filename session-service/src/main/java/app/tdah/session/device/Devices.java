package app.tdah.session.device;

import app.tdah.events.SecurityEvent.SessionStarted;
import app.tdah.session.origin.UserAgent;
import java.sql.Timestamp;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What users have signed in on, and what they call it. */
@Component
public class Devices {

  private final JdbcClient jdbc;

  Devices(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Remembers that a session began on a device, and tells what was known of it before. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Sighting see(SessionStarted started) {
    String key = DeviceKey.of(started);
    Sighting sighting =
        jdbc.sql(
                """
                select count(*) filter (where device_id = :key) as known,
                       count(*) filter (where device_id <> :key) as others,
                       bool_or(trusted) filter (where device_id = :key) as trusted
                from devices where user_id = :user
                """)
            .param("user", started.userId())
            .param("key", key)
            .query((row, number) -> {
              boolean trusts = row.getBoolean("trusted");
              boolean silent = row.wasNull();
              return new Sighting(
                  key,
                  row.getLong("known") == 0,
                  row.getLong("others") > 0,
                  silent ? started.trusted() : trusts,
                  describe(started));
            })
            .single();
    jdbc.sql(
            """
            insert into devices (user_id, device_id, first_seen_at, last_seen_at)
            values (:user, :key, :at, :at)
            on conflict (user_id, device_id)
            do update set last_seen_at = greatest(devices.last_seen_at, excluded.last_seen_at)
            """)
        .param("user", started.userId())
        .param("key", key)
        .param("at", Timestamp.from(started.startedAt()))
        .update();
    return sighting;
  }

  /** What a session runs on, in words; null when nothing can be told. */
  public @Nullable String nameOf(UUID userId, UUID sessionId) {
    return jdbc.sql(
            "select name, device_name, user_agent from sessions where user_id = ? and id = ?")
        .params(userId, sessionId)
        .query((row, number) -> {
          String name = row.getString("name");
          String agent = UserAgent.parse(row.getString("user_agent")).describe();
          String given = row.getString("device_name");
          return Stream.of(name, agent, given).filter(Objects::nonNull).findFirst();
        })
        .optional()
        .flatMap(found -> found)
        .orElse(null);
  }

  /** What the user says of a device holds for all its sessions, those to come included. */
  @Transactional(propagation = Propagation.MANDATORY)
  void describe(UUID userId, String key, @Nullable String name, boolean trusted) {
    jdbc.sql("update devices set name = ?, trusted = ? where user_id = ? and device_id = ?")
        .param(name)
        .param(trusted)
        .param(userId)
        .param(key)
        .update();
    jdbc.sql("update sessions set name = ?, trusted = ? where user_id = ? and device_id = ?")
        .param(name)
        .param(trusted)
        .param(userId)
        .param(key)
        .update();
  }

  private static @Nullable String describe(SessionStarted started) {
    String agent = UserAgent.parse(started.userAgent()).describe();
    return agent == null ? started.deviceName() : agent;
  }
}
