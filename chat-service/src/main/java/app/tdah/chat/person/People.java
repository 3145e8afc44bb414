package app.tdah.chat.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Language and time zone of every user; English and UTC as long as nothing is known. */
@Component
public class People {

  private static final Person UNKNOWN = new Person(ZoneOffset.UTC, Locale.ENGLISH);

  private final JdbcClient jdbc;

  People(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The zone in which the user means "tomorrow at five". */
  public ZoneId zoneOf(UUID userId) {
    return find(userId).zone();
  }

  /** The user's language: {@code en}, {@code es} or {@code pt}. */
  public Locale localeOf(UUID userId) {
    return find(userId).locale();
  }

  void registered(UUID userId, String locale, String timeZone) {
    jdbc.sql(
            "insert into people (user_id, locale, time_zone) values (?, ?, ?)"
                + " on conflict (user_id) do nothing")
        .params(userId, locale, timeZone)
        .update();
  }

  void preferred(UUID userId, String locale, String timeZone) {
    jdbc.sql(
            "insert into people (user_id, locale, time_zone) values (?, ?, ?) on conflict (user_id)"
                + " do update set locale = excluded.locale, time_zone = excluded.time_zone")
        .params(userId, locale, timeZone)
        .update();
  }

  private Person find(UUID userId) {
    return jdbc.sql("select locale, time_zone from people where user_id = ?")
        .param(userId)
        .query(People::person)
        .optional()
        .orElse(UNKNOWN);
  }

  private static Person person(ResultSet row, int number) throws SQLException {
    return new Person(
        zone(row.getString("time_zone")), Locale.forLanguageTag(row.getString("locale")));
  }

  private static ZoneId zone(String id) {
    try {
      return ZoneId.of(id);
    } catch (DateTimeException e) {
      return ZoneOffset.UTC;
    }
  }

  private record Person(ZoneId zone, Locale locale) {}
}
