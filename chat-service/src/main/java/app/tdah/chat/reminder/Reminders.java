package app.tdah.chat.reminder;

import app.tdah.chat.person.People;
import app.tdah.chat.task.TaskEnded;
import app.tdah.chat.task.Tasks;
import app.tdah.defaults.ids.Ids;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everything that can happen to a user's reminders. */
@Service
@Transactional
public class Reminders {

  private static final int MAX = 200;

  private final ReminderRepository reminders;
  private final Tasks tasks;
  private final SchedulerClient scheduler;
  private final People people;
  private final Clock clock;

  Reminders(
      ReminderRepository reminders,
      Tasks tasks,
      SchedulerClient scheduler,
      People people,
      Clock clock) {
    this.reminders = reminders;
    this.tasks = tasks;
    this.scheduler = scheduler;
    this.people = people;
    this.clock = clock;
  }

  /**
   * Sets a reminder; a moment that has passed is told at once.
   *
   * @param id made by the client, so that a repetition sets nothing new; null for a new one
   * @param taskId the user's task that it belongs to and ends with
   * @param recurrence RRULE without prefix
   */
  public ReminderView create(
      UUID userId,
      @Nullable UUID id,
      String text,
      @Nullable UUID taskId,
      Instant dueAt,
      @Nullable String recurrence) {
    Optional<Reminder> existing = id == null ? Optional.empty() : reminders.findById(id);
    if (existing.isPresent()) {
      return existing
          .filter(found -> found.userId().equals(userId))
          .map(ReminderView::from)
          .orElseThrow(() -> new ReminderNotFound(existing.get().getId()));
    }
    if (taskId != null) {
      tasks.get(userId, taskId);
    }
    Reminder reminder =
        reminders.save(
            new Reminder(
                id == null ? Ids.next() : id,
                userId,
                text,
                taskId,
                grain(dueAt),
                recurrence,
                LocalDateTime.ofInstant(grain(dueAt), people.zoneOf(userId)),
                clock));
    reminders.flush();
    ReminderAlarms.set(scheduler, reminder.getId(), reminder.dueAt());
    return ReminderView.from(reminder);
  }

  /** One of the user's reminders. */
  @Transactional(readOnly = true)
  public ReminderView get(UUID userId, UUID id) {
    return ReminderView.from(find(userId, id));
  }

  /** What is still to be told, newest first. */
  @Transactional(readOnly = true)
  public List<ReminderView> pending(UUID userId, @Nullable UUID after, int limit) {
    return reminders.pending(userId, after, Limit.of(limit)).stream()
        .map(ReminderView::from)
        .toList();
  }

  /** What is still to be told from one moment until before another, in order of time. */
  @Transactional(readOnly = true)
  public List<ReminderView> between(UUID userId, Instant from, Instant to) {
    return reminders.between(userId, from, to, Limit.of(MAX)).stream()
        .map(ReminderView::from)
        .toList();
  }

  ReminderView snooze(UUID userId, UUID id, Duration delay) {
    Reminder reminder = find(userId, id);
    reminder.moveTo(grain(clock.instant().plus(delay)));
    reminders.flush();
    ReminderAlarms.set(scheduler, id, reminder.dueAt());
    return ReminderView.from(reminder);
  }

  void delete(UUID userId, UUID id) {
    reminders.delete(find(userId, id));
  }

  @EventListener
  void on(TaskEnded ended) {
    reminders
        .findByTaskIdAndStatus(ended.taskId(), ReminderStatus.PENDING)
        .forEach(Reminder::cancel);
  }

  private Reminder find(UUID userId, UUID id) {
    return reminders.findByIdAndUserId(id, userId).orElseThrow(() -> new ReminderNotFound(id));
  }

  /** To the millisecond: alarm and row must agree after a round trip through the database. */
  private static Instant grain(Instant moment) {
    return moment.truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
  }
}
