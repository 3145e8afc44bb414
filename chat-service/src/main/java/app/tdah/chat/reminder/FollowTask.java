package app.tdah.chat.reminder;

import app.tdah.defaults.events.EventHandler;
import app.tdah.defaults.events.EventMetadata;
import app.tdah.events.CommunicationEvent.TaskChanged;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Moves reminders that count from a task when the task moves. */
@Component
class FollowTask implements EventHandler<TaskChanged> {

  private final ReminderRepository reminders;
  private final TaskDue due;
  private final SchedulerClient scheduler;

  FollowTask(ReminderRepository reminders, TaskDue due, SchedulerClient scheduler) {
    this.reminders = reminders;
    this.due = due;
    this.scheduler = scheduler;
  }

  @Override
  public Class<TaskChanged> eventType() {
    return TaskChanged.class;
  }

  @Override
  public void handle(TaskChanged event, EventMetadata metadata) {
    if (reminders.isTaskActive(event.userId(), event.taskId())) {
      reminders.findByTaskIdAndStatus(event.taskId(), ReminderStatus.PENDING).stream()
          .filter(reminder -> reminder.userId().equals(event.userId()))
          .forEach(reminder -> follow(reminder, event.taskId()));
    }
  }

  private void follow(Reminder reminder, UUID taskId) {
    Integer minutes = reminder.offsetMinutes();
    if (minutes != null) {
      due.before(reminder.userId(), taskId, minutes)
          .map(Reminders::grain)
          .filter(moment -> !moment.equals(reminder.dueAt()))
          .ifPresent(moment -> move(reminder, moment));
    }
  }

  private void move(Reminder reminder, Instant moment) {
    reminder.moveTo(moment);
    reminders.save(reminder);
    reminders.flush();
    ReminderAlarms.set(scheduler, reminder.getId(), moment);
  }
}
