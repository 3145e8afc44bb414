package app.tdah.analytics.zone;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where users live, for cutting their days. */
@Repository
public class TimeZones {

  private static final ZoneId UTC = ZoneId.of("UTC");

  private final JdbcClient jdbc;
  private volatile @Nullable Set<String> known;

  TimeZones(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The user's IANA time zone; UTC until it is known. */
  public ZoneId of(UUID userId) {
    return jdbc.sql("select time_zone from user_time_zones where user_id = ?")
        .param(userId)
        .query(String.class)
        .optional()
        .map(ZoneId::of)
        .orElse(UTC);
  }

  /**
   * A name that only one of this runtime and the database knows cannot be used, and is not kept.
   */
  void set(UUID userId, String timeZone) {
    if (!known().contains(timeZone)) {
      return;
    }
    jdbc.sql(
            """
            insert into user_time_zones (user_id, time_zone) values (?, ?)
            on conflict (user_id) do update set time_zone = excluded.time_zone
            """)
        .params(userId, timeZone)
        .update();
  }

  /** Asked for once: the database reads a directory for the answer. */
  private Set<String> known() {
    Set<String> names = known;
    if (names == null) {
      names =
          new HashSet<>(jdbc.sql("select name from pg_timezone_names").query(String.class).list());
      names.retainAll(ZoneId.getAvailableZoneIds());
      known = names;
    }
    return names;
  }
}
