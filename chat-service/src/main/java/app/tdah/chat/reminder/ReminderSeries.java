package app.tdah.chat.reminder;

import app.tdah.chat.person.People;
import app.tdah.chat.task.Recurrences;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds when a repeating reminder is due again. What was missed meanwhile is not made up for. */
@Component
class ReminderSeries {

  private final People people;
  private final Clock clock;

  ReminderSeries(People people, Clock clock) {
    this.people = people;
    this.clock = clock;
  }

  /** The first moment of the series after this one and after now; null when there is none. */
  @Nullable Instant nextAfter(Reminder reminder, Instant moment) {
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
}
