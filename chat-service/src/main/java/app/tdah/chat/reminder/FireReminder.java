package app.tdah.chat.reminder;

import app.tdah.defaults.events.EventPublisher;
import app.tdah.events.CommunicationEvent.ReminderDue;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells a reminder once: the reminder's row decides, not the alarm, which may ring again after a
 * crash. Row, nudge and events commit together.
 */
@Component
class FireReminder {

  /** Large enough to share a commit's cost, small enough that a lost one is soon made up for. */
  private static final int BATCH = 200;

  private final ReminderRepository reminders;
  private final ReminderSeries series;
  private final Nudges nudges;
  private final PendingAlarms alarms;
  private final EventPublisher events;
  private final Clock clock;

  FireReminder(
      ReminderRepository reminders,
      ReminderSeries series,
      Nudges nudges,
      PendingAlarms alarms,
      EventPublisher events,
      Clock clock) {
    this.reminders = reminders;
    this.series = series;
    this.nudges = nudges;
    this.alarms = alarms;
    this.events = events;
    this.clock = clock;
  }

  /** Tells one, if it is still due at this moment. */
  @Transactional
  public void fire(UUID id, Instant moment, SchedulerClient scheduler) {
    reminders
        .lock(id)
        .filter(reminder -> reminder.isDueAt(moment))
        .ifPresent(reminder -> tell(reminder, scheduler));
    reminders.flush();
  }

  /**
   * Tells one and, in the same transaction, others that have come due: many people want to be
   * reminded at the full hour. Its own row is locked before the others', which are skipped where
   * another replica has them, so that two of these never wait for each other.
   */
  @Transactional
  public void fireWithOthers(UUID id, Instant moment, SchedulerClient scheduler) {
    fire(id, moment, scheduler);
    List<Reminder> others = reminders.lockDue(clock.instant(), Limit.of(BATCH));
    List<String> needless = new ArrayList<>();
    for (Reminder other : others) {
      needless.add(ReminderAlarms.instance(other.getId(), other.dueAt()));
      tell(other, scheduler);
    }
    reminders.flush();
    alarms.remove(needless);
  }

  private void tell(Reminder reminder, SchedulerClient scheduler) {
    Instant moment = reminder.dueAt();
    Instant next = series.nextAfter(reminder, moment);
    reminder.fire(next, clock);
    if (next != null) {
      ReminderAlarms.set(scheduler, reminder.getId(), next);
    }
    events.publish(new ReminderDue(reminder.userId(), reminder.getId(), moment));
    nudges.begin(reminder, moment);
  }
}
