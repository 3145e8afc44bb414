package app.tdah.chat.calendar;

import app.tdah.defaults.crypto.FieldCipher;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What the users' connected calendars hold. */
@Component
public class Calendar {

  private static final String CONTEXT = "calendar_items.data";

  private final JdbcClient jdbc;
  private final FieldCipher cipher;
  private final JsonMapper json;

  Calendar(JdbcClient jdbc, FieldCipher cipher, JsonMapper json) {
    this.jdbc = jdbc;
    this.cipher = cipher;
    this.json = json;
  }

  /** The events that touch a day, by their beginning; whole days come first. */
  @Transactional(readOnly = true)
  public List<CalendarItem> on(UUID userId, LocalDate day, ZoneId zone) {
    return jdbc
        .sql(
            """
            select data from calendar_items
             where user_id = :user
               and ((starts_on <= :day and ends_on > :day)
                 or (starts_at < :end and (ends_at > :start or starts_at >= :start)))
             order by starts_at nulls first, starts_on, item_id
            """)
        .param("user", userId)
        .param("day", Date.valueOf(day))
        .param("start", Timestamp.from(day.atStartOfDay(zone).toInstant()))
        .param("end", Timestamp.from(day.plusDays(1).atStartOfDay(zone).toInstant()))
        .query(String.class)
        .list()
        .stream()
        .map(data -> read(cipher.decrypt(data, CONTEXT)))
        .toList();
  }

  void put(UUID userId, UUID integrationId, String itemId, String data) {
    CalendarItem item = read(data);
    if (item.cancelled() || !item.dated()) {
      remove(integrationId, itemId);
      return;
    }
    LocalDate startsOn = item.startDate();
    LocalDate endsOn =
        item.endDate() == null && startsOn != null ? startsOn.plusDays(1) : item.endDate();
    jdbc.sql(
            """
            insert into calendar_items
              (user_id, integration_id, item_id, starts_at, ends_at, starts_on, ends_on, data)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (integration_id, item_id) do update
              set starts_at = excluded.starts_at, ends_at = excluded.ends_at,
                  starts_on = excluded.starts_on, ends_on = excluded.ends_on, data = excluded.data
            """)
        .params(
            Arrays.asList(
                userId,
                integrationId,
                itemId,
                timestamp(item.startAt()),
                timestamp(item.endAt()),
                startsOn == null ? null : Date.valueOf(startsOn),
                endsOn == null ? null : Date.valueOf(endsOn),
                cipher.encrypt(data, CONTEXT)))
        .update();
  }

  void remove(UUID integrationId, String itemId) {
    jdbc.sql("delete from calendar_items where integration_id = ? and item_id = ?")
        .params(integrationId, itemId)
        .update();
  }

  void removeAll(UUID integrationId) {
    jdbc.sql("delete from calendar_items where integration_id = ?").param(integrationId).update();
  }

  private CalendarItem read(String data) {
    return json.readValue(data, CalendarItem.class);
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }
}
