package app.tdah.chat.reminder;

import app.tdah.chat.task.TaskResumed;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Brings back what ended with a task when the task comes back. */
@Component
class ResumeWithTask {

  /** What came due meanwhile is still told after so long, and says that it is late. */
  private static final Duration STILL_OF_USE = Duration.ofHours(1);

  private final ReminderRepository reminders;
  private final ReminderSeries series;
  private final SchedulerClient scheduler;
  private final Clock clock;

  ResumeWithTask(
      ReminderRepository reminders, ReminderSeries series, SchedulerClient scheduler, Clock clock) {
    this.reminders = reminders;
    this.series = series;
    this.scheduler = scheduler;
    this.clock = clock;
  }

  @EventListener
  void on(TaskResumed resumed) {
    reminders.findByTaskIdAndEndedWithTaskTrue(resumed.taskId()).stream()
        .filter(reminder -> reminder.userId().equals(resumed.userId()))
        .forEach(this::resume);
  }

  private void resume(Reminder reminder) {
    Instant moment = moment(reminder);
    if (moment != null) {
      reminder.moveTo(Reminders.grain(moment));
      reminders.save(reminder);
      reminders.flush();
      ReminderAlarms.set(scheduler, reminder.getId(), reminder.dueAt());
    }
  }

  /** Null when nobody needs it any more. */
  private @Nullable Instant moment(Reminder reminder) {
    Instant due = reminder.dueAt();
    return due.isAfter(clock.instant().minus(STILL_OF_USE)) ? due : series.nextAfter(reminder, due);
  }
}
