package app.tdah.chat.reminder;

import app.tdah.chat.realtime.Realtime;
import app.tdah.chat.task.Tasks;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a user can answer to a reminder; each answer ends its repetitions. */
@Service
@Transactional
public class SettleReminder {

  private static final String ANSWERED = "ANSWERED";

  private final ReminderRepository reminders;
  private final NudgeRows nudges;
  private final ReminderSeries series;
  private final Tasks tasks;
  private final SchedulerClient scheduler;
  private final Realtime realtime;
  private final Clock clock;

  SettleReminder(
      ReminderRepository reminders,
      NudgeRows nudges,
      ReminderSeries series,
      Tasks tasks,
      SchedulerClient scheduler,
      Realtime realtime,
      Clock clock) {
    this.reminders = reminders;
    this.nudges = nudges;
    this.series = series;
    this.tasks = tasks;
    this.scheduler = scheduler;
    this.realtime = realtime;
    this.clock = clock;
  }

  /** It is done, and so is the task that it belongs to; a series goes on. */
  public ReminderView done(UUID userId, UUID id) {
    Reminder reminder = find(userId, id);
    settle(reminder, ReminderStatus.DONE);
    UUID task = reminder.taskId();
    if (task != null && reminders.isTaskActive(userId, task)) {
      tasks.complete(userId, task);
    }
    return changed(reminder);
  }

  /** Not this time; the task stays as it is, and a series goes on. */
  public ReminderView skip(UUID userId, UUID id) {
    Reminder reminder = find(userId, id);
    settle(reminder, ReminderStatus.SKIPPED);
    return changed(reminder);
  }

  /** Again after a while. */
  public ReminderView snooze(UUID userId, UUID id, Duration delay) {
    return snoozeUntil(userId, id, clock.instant().plus(delay));
  }

  /** Again at a moment. */
  public ReminderView snoozeUntil(UUID userId, UUID id, Instant moment) {
    Reminder reminder = find(userId, id);
    nudges.close(id, ANSWERED, "SNOOZE");
    moveTo(reminder, moment);
    return changed(reminder);
  }

  /** The first step is smaller now, and nothing more is said. */
  void acknowledge(UUID id, String answer) {
    nudges.close(id, ANSWERED, answer);
  }

  boolean isTaskActive(UUID userId, UUID taskId) {
    return reminders.isTaskActive(userId, taskId);
  }

  /** What was told waits for its answer; what was not yet told is answered ahead of its time. */
  private void settle(Reminder reminder, ReminderStatus how) {
    boolean told = nudges.close(reminder.getId(), ANSWERED, how.name());
    if (reminder.status() == ReminderStatus.PENDING) {
      boolean between = told && reminder.recurrence() != null;
      Instant next = between ? reminder.dueAt() : series.nextAfter(reminder, reminder.dueAt());
      settle(reminder, how, next);
    } else if (reminder.status() == ReminderStatus.FIRED) {
      reminder.settle(how, null);
    }
  }

  private void settle(Reminder reminder, ReminderStatus how, @Nullable Instant next) {
    reminder.settle(how, next);
    reminders.flush();
    if (next != null) {
      ReminderAlarms.set(scheduler, reminder.getId(), next);
    }
  }

  private void moveTo(Reminder reminder, Instant moment) {
    reminder.moveTo(Reminders.grain(moment));
    reminders.flush();
    ReminderAlarms.set(scheduler, reminder.getId(), reminder.dueAt());
  }

  private ReminderView changed(Reminder reminder) {
    ReminderView view = ReminderView.from(reminder);
    realtime.publish(reminder.userId(), "reminder.changed", Map.of("reminder", view));
    return view;
  }

  private Reminder find(UUID userId, UUID id) {
    return reminders
        .lock(id)
        .filter(reminder -> reminder.userId().equals(userId))
        .orElseThrow(() -> new ReminderNotFound(id));
  }
}
