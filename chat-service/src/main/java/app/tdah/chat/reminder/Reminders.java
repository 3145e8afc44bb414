package app.tdah.chat.reminder;

import app.tdah.chat.person.People;
import app.tdah.chat.task.TaskEnded;
import app.tdah.chat.task.Tasks;
import app.tdah.defaults.ids.Ids;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets, shows and changes a user's reminders. */
@Service
@Transactional
public class Reminders {

  private static final int MAX = 200;

  private final ReminderRepository reminders;
  private final NudgeRows nudges;
  private final Tasks tasks;
  private final TaskDue due;
  private final SchedulerClient scheduler;
  private final People people;
  private final Clock clock;

  Reminders(
      ReminderRepository reminders,
      NudgeRows nudges,
      Tasks tasks,
      TaskDue due,
      SchedulerClient scheduler,
      People people,
      Clock clock) {
    this.reminders = reminders;
    this.nudges = nudges;
    this.tasks = tasks;
    this.due = due;
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
    return create(userId, new ReminderWish(id, text, taskId, dueAt, null, recurrence, List.of()));
  }

  ReminderView create(UUID userId, ReminderWish wish) {
    Optional<Reminder> existing = Optional.ofNullable(wish.id()).flatMap(reminders::findById);
    if (existing.isPresent()) {
      return existing
          .filter(found -> found.userId().equals(userId))
          .map(ReminderView::from)
          .orElseThrow(() -> new ReminderNotFound(existing.get().getId()));
    }
    if (wish.taskId() != null) {
      tasks.get(userId, wish.taskId());
    }
    Reminder reminder = reminders.save(made(userId, wish));
    reminders.flush();
    ReminderAlarms.set(scheduler, reminder.getId(), reminder.dueAt());
    return ReminderView.from(reminder);
  }

  private Reminder made(UUID userId, ReminderWish wish) {
    Instant dueAt = grain(moment(userId, wish));
    Reminder reminder =
        new Reminder(
            wish.id() == null ? Ids.next() : wish.id(),
            userId,
            wish.text(),
            wish.taskId(),
            dueAt,
            wish.recurrence(),
            LocalDateTime.ofInstant(dueAt, people.zoneOf(userId)),
            clock);
    reminder.by(ReminderChannel.joined(wish.channels()));
    if (wish.dueAt() == null && wish.offsetMinutes() != null) {
      reminder.before(wish.offsetMinutes());
    }
    return reminder;
  }

  private Instant moment(UUID userId, ReminderWish wish) {
    if (wish.dueAt() != null) {
      return wish.dueAt();
    }
    if (wish.taskId() == null || wish.offsetMinutes() == null) {
      throw new IllegalArgumentException("a reminder without a moment");
    }
    return due.require(userId, wish.taskId(), wish.offsetMinutes());
  }

  /** One of the user's reminders. */
  @Transactional(readOnly = true)
  public ReminderView get(UUID userId, UUID id) {
    return ReminderView.from(find(userId, id));
  }

  /** What is still to be told, newest first. */
  @Transactional(readOnly = true)
  public List<ReminderView> pending(UUID userId, @Nullable UUID after, int limit) {
    return page(userId, EnumSet.of(ReminderStatus.PENDING), after, limit);
  }

  @Transactional(readOnly = true)
  List<ReminderView> page(
      UUID userId, Collection<ReminderStatus> statuses, @Nullable UUID after, int limit) {
    return reminders.page(userId, statuses, after, Limit.of(limit)).stream()
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

  ReminderView edit(UUID userId, UUID id, ReminderPatch patch) {
    Reminder reminder = find(userId, id);
    Instant before = reminder.dueAt();
    patch.apply(reminder, people.zoneOf(userId));
    reminders.flush();
    if (!reminder.dueAt().equals(before)) {
      nudges.close(id, "ANSWERED", "MOVED");
      ReminderAlarms.set(scheduler, id, reminder.dueAt());
    }
    return ReminderView.from(reminder);
  }

  /** What can still be answered or waited for, newest first. */
  @Transactional(readOnly = true)
  public List<ReminderView> unsettled(UUID userId, int limit) {
    return page(userId, EnumSet.of(ReminderStatus.PENDING, ReminderStatus.FIRED), null, limit);
  }

  /** Another moment; a series counts from there. */
  public ReminderView moveTo(UUID userId, UUID id, Instant moment) {
    Reminder reminder = find(userId, id);
    Instant at = grain(moment);
    reminder.restart(at, reminder.recurrence(), LocalDateTime.ofInstant(at, people.zoneOf(userId)));
    reminders.flush();
    nudges.close(id, "ANSWERED", "MOVED");
    ReminderAlarms.set(scheduler, id, at);
    return ReminderView.from(reminder);
  }

  /** It is not wanted any more; it can still be seen and set anew. */
  public ReminderView cancel(UUID userId, UUID id) {
    Reminder reminder = find(userId, id);
    reminder.cancel();
    reminders.flush();
    return ReminderView.from(reminder);
  }

  /** Forgets it, with everything that waits for it. */
  public void delete(UUID userId, UUID id) {
    reminders.delete(find(userId, id));
  }

  @EventListener
  void on(TaskEnded ended) {
    nudges.closeOfTask(ended.taskId());
    reminders
        .findByTaskIdAndStatus(ended.taskId(), ReminderStatus.PENDING)
        .forEach(Reminder::endWithTask);
  }

  private Reminder find(UUID userId, UUID id) {
    return reminders.findByIdAndUserId(id, userId).orElseThrow(() -> new ReminderNotFound(id));
  }

  /** To the millisecond: alarm and row must agree after a round trip through the database. */
  static Instant grain(Instant moment) {
    return moment.truncatedTo(ChronoUnit.MILLIS);
  }
}
