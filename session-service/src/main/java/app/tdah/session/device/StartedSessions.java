package app.tdah.session.device;

import app.tdah.events.SecurityEvent.SessionStarted;
import java.sql.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes in sessions; the event and a look into Redis may tell of the same one, in any order. */
@Component
class StartedSessions {

  private final JdbcClient jdbc;

  StartedSessions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Completes a session that was first seen in Redis, but keeps what its user said meanwhile. */
  void add(SessionStarted started) {
    jdbc.sql(
            """
            insert into sessions
              (id, user_id, device_name, user_agent, address, started_at, amr, device_id, trusted,
               name)
            select :id, :user, cast(:deviceName as text), cast(:userAgent as text), :address, :at,
              :amr, :device, coalesce(known.trusted, :trusted), known.name
            from (select 1) as one
            left join devices known on known.user_id = :user and known.device_id = :device
            on conflict (id) do update
            set amr = excluded.amr, device_id = excluded.device_id,
              trusted = coalesce(sessions.trusted, excluded.trusted),
              name = coalesce(sessions.name, excluded.name)
            """)
        .param("id", started.sessionId())
        .param("user", started.userId())
        .param("deviceName", started.deviceName())
        .param("userAgent", started.userAgent())
        .param("address", started.address())
        .param("at", Timestamp.from(started.startedAt()))
        .param("amr", String.join(",", started.amr()))
        .param("device", DeviceKey.of(started))
        .param("trusted", started.trusted())
        .update();
  }

  /** Does nothing if it is known. */
  void add(UserSession session) {
    jdbc.sql(
            """
            insert into sessions (id, user_id, device_name, user_agent, address, started_at, amr)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do nothing
            """)
        .param(session.id())
        .param(session.userId())
        .param(session.deviceName())
        .param(session.userAgent())
        .param(session.address())
        .param(Timestamp.from(session.startedAt()))
        .param(String.join(",", session.amr()))
        .update();
  }
}
