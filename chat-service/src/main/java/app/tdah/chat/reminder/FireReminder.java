package app.tdah.chat.reminder;

import app.tdah.chat.person.People;
import app.tdah.chat.realtime.Realtime;
import app.tdah.chat.task.Recurrences;
import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.events.EventPublisher;
import app.tdah.defaults.ids.Ids;
import app.tdah.events.CommunicationEvent;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells a reminder once: the reminder's row decides, not the alarm, which may ring again after a
 * crash.
 */
@Component
class FireReminder {

  private static final Duration LATE = Duration.ofMinutes(2);

  private final ReminderRepository reminders;
  private final EventPublisher events;
  private final Realtime realtime;
  private final People people;
  private final FieldCipher cipher;
  private final JsonMapper json;
  private final Clock clock;

  FireReminder(
      ReminderRepository reminders,
      EventPublisher events,
      Realtime realtime,
      People people,
      FieldCipher cipher,
      JsonMapper json,
      Clock clock) {
    this.reminders = reminders;
    this.events = events;
    this.realtime = realtime;
    this.people = people;
    this.cipher = cipher;
    this.json = json;
    this.clock = clock;
  }

  @Transactional
  public void fire(UUID id, Instant moment, SchedulerClient scheduler) {
    reminders
        .lock(id)
        .filter(reminder -> reminder.isDueAt(moment))
        .ifPresent(reminder -> tell(reminder, moment, scheduler));
  }

  private void tell(Reminder reminder, Instant moment, SchedulerClient scheduler) {
    Instant next = next(reminder, moment);
    reminder.fire(next, clock);
    reminders.flush();
    if (next != null) {
      ReminderAlarms.set(scheduler, reminder.getId(), next);
    }
    UUID user = reminder.userId();
    events.publish(new CommunicationEvent.ReminderDue(user, reminder.getId(), moment));
    events.publish(
        new CommunicationEvent.NotificationRequested(
            user, Ids.next(), "reminder-due", null, cipher.seal(variables(reminder, moment))));
    realtime.publish(user, "reminder.due", Map.of("reminder", ReminderView.from(reminder)));
  }

  private @Nullable Instant next(Reminder reminder, Instant moment) {
    String rule = reminder.recurrence();
    if (rule == null) {
      return null;
    }
    Instant now = clock.instant();
    ZoneId zone = people.zoneOf(reminder.userId());
    LocalDateTime first =
        Objects.requireNonNullElseGet(
            reminder.firstAt(), () -> LocalDateTime.ofInstant(moment, zone));
    return Recurrences.nextAfter(rule, first, moment.isAfter(now) ? moment : now, zone)
        .orElse(null);
  }

  private String variables(Reminder reminder, Instant moment) {
    Map<String, String> variables = new HashMap<>();
    variables.put("text", reminder.text());
    variables.put("reminderId", reminder.getId().toString());
    if (Duration.between(moment, clock.instant()).compareTo(LATE) > 0) {
      variables.put("late", "true");
    }
    return json.writeValueAsString(variables);
  }
}
