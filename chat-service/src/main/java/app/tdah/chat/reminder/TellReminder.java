package app.tdah.chat.reminder;

import app.tdah.chat.realtime.Realtime;
import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.events.EventPublisher;
import app.tdah.defaults.ids.Ids;
import app.tdah.events.CommunicationEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Says a reminder: to open clients by socket, and through the user's channels by an event. */
@Component
class TellReminder {

  private static final Duration LATE = Duration.ofMinutes(2);

  private final EventPublisher events;
  private final Realtime realtime;
  private final FieldCipher cipher;
  private final JsonMapper json;
  private final Clock clock;

  TellReminder(
      EventPublisher events, Realtime realtime, FieldCipher cipher, JsonMapper json, Clock clock) {
    this.events = events;
    this.realtime = realtime;
    this.cipher = cipher;
    this.json = json;
    this.clock = clock;
  }

  boolean isLate(Instant moment) {
    return Duration.between(moment, clock.instant()).compareTo(LATE) > 0;
  }

  /**
   * Says it in the current transaction.
   *
   * @param moment when it was due
   * @param rung 0 the first time, one more with each repetition
   * @param channels names with commas; empty for all that the user has
   */
  void tell(Reminder reminder, Instant moment, int rung, String channels) {
    UUID user = reminder.userId();
    boolean late = rung == 0 && isLate(moment);
    Map<String, String> variables = new HashMap<>();
    variables.put("text", reminder.text());
    variables.put("reminderId", reminder.getId().toString());
    variables.put("rung", Integer.toString(rung));
    variables.put("channels", channels);
    if (late) {
      variables.put("late", moment.toString());
    }
    events.publish(
        new CommunicationEvent.NotificationRequested(
            user,
            Ids.next(),
            "reminder-due",
            null,
            cipher.seal(json.writeValueAsString(variables))));
    realtime.publish(
        user,
        "reminder.due",
        Map.of(
            "reminder", ReminderView.from(reminder), "moment", moment, "late", late, "rung", rung));
  }
}
