package app.tdah.chat.routine;

import app.tdah.chat.person.People;
import app.tdah.chat.reminder.Reminders;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Keeps a routine's reminder, which is one like any other, at the routine's time. */
@Component
class RoutineReminder {

  private final Reminders reminders;
  private final RoutineRows rows;
  private final People people;
  private final Clock clock;

  RoutineReminder(Reminders reminders, RoutineRows rows, People people, Clock clock) {
    this.reminders = reminders;
    this.rows = rows;
    this.people = people;
    this.clock = clock;
  }

  /** Takes the old reminder away and sets the one that the plan asks for. */
  void follow(UUID userId, Routine before, RoutinePlan plan) {
    forget(before);
    ZonedDateTime next = plan.nextAfter(clock.instant().atZone(people.zoneOf(userId)));
    if (next != null) {
      UUID reminder =
          reminders.create(userId, null, plan.name(), null, next.toInstant(), plan.rule()).id();
      rows.remindedBy(before.id(), reminder);
    }
  }

  /** A reminder that the user deleted is not known any more. */
  void forget(Routine routine) {
    if (routine.reminderId() != null) {
      rows.remindedBy(routine.id(), null);
      reminders.delete(routine.userId(), routine.reminderId());
    }
  }
}
