package app.tdah.chat.reminder;

import app.tdah.chat.person.People;
import app.tdah.defaults.events.EventHandler;
import app.tdah.defaults.events.EventMetadata;
import app.tdah.events.UserEvent.PreferencesUpdated;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When users do not want to hear from us: a projection of their preferences. */
@Component
class QuietHours implements EventHandler<PreferencesUpdated> {

  private final JdbcClient jdbc;
  private final People people;
  private final Clock clock;

  QuietHours(JdbcClient jdbc, People people, Clock clock) {
    this.jdbc = jdbc;
    this.people = people;
    this.clock = clock;
  }

  /** When it ends; empty while it is not quiet. */
  Optional<Instant> endOf(UUID userId) {
    return endOf(userId, clock.instant());
  }

  /** When it ended or ends; empty where it was not quiet at that moment. */
  Optional<Instant> endOf(UUID userId, Instant moment) {
    return jdbc.sql("select starts, ends from quiet_hours where user_id = ?")
        .param(userId)
        .query((row, number) ->
            new Span(
                row.getObject("starts", LocalTime.class), row.getObject("ends", LocalTime.class)))
        .optional()
        .flatMap(span -> span.endAfter(moment, people.zoneOf(userId)));
  }

  @Override
  public Class<PreferencesUpdated> eventType() {
    return PreferencesUpdated.class;
  }

  @Override
  public void handle(PreferencesUpdated event, EventMetadata metadata) {
    if (event.quietStart() == null || event.quietEnd() == null) {
      jdbc.sql("delete from quiet_hours where user_id = ?").param(event.userId()).update();
      return;
    }
    jdbc.sql(
            "insert into quiet_hours (user_id, starts, ends) values (?, ?, ?) on conflict (user_id)"
                + " do update set starts = excluded.starts, ends = excluded.ends")
        .params(
            event.userId(), LocalTime.parse(event.quietStart()), LocalTime.parse(event.quietEnd()))
        .update();
  }

  /** From one time of day to another, perhaps over midnight; equal ones are no span. */
  record Span(LocalTime starts, LocalTime ends) {

    Optional<Instant> endAfter(Instant moment, ZoneId zone) {
      LocalDateTime local = LocalDateTime.ofInstant(moment, zone);
      LocalTime time = local.toLocalTime();
      boolean within =
          starts.isBefore(ends)
              ? !time.isBefore(starts) && time.isBefore(ends)
              : !starts.equals(ends) && (!time.isBefore(starts) || time.isBefore(ends));
      LocalDateTime end = local.toLocalDate().atTime(ends);
      return within
          ? Optional.of((end.isAfter(local) ? end : end.plusDays(1)).atZone(zone).toInstant())
          : Optional.empty();
    }
  }
}
