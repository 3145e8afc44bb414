package app.tdah.chat.task;

import app.tdah.chat.language.Energy;
import app.tdah.chat.language.QuickAdd;
import app.tdah.chat.language.QuickAddResult;
import app.tdah.chat.person.People;
import app.tdah.defaults.ids.Ids;
import app.tdah.defaults.web.ETags;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everything that can happen to a user's tasks; each change commits with its event. */
@Service
@Transactional
public class Tasks {

  private final TaskRepository tasks;
  private final TaskNews news;
  private final ChooseNext choice;
  private final People people;
  private final Clock clock;

  Tasks(TaskRepository tasks, TaskNews news, ChooseNext choice, People people, Clock clock) {
    this.tasks = tasks;
    this.news = news;
    this.choice = choice;
    this.people = people;
    this.clock = clock;
  }

  /**
   * Captures one line of text by the quick-add grammar, in the user's language and zone.
   *
   * @param source {@code WEB}, {@code CHAT} or {@code SMS}
   * @param id made by the client, so that a repetition captures nothing new; null for a new one
   */
  public Captured capture(UUID userId, String text, String source, @Nullable UUID id) {
    QuickAddResult understood = QuickAdd.parse(text, people.localeOf(userId), now(userId));
    Task task = Task.captured(id == null ? Ids.next() : id, userId, understood, clock);
    return new Captured(TaskView.from(add(task, source)), understood.understood());
  }

  /**
   * Captures what is understood already.
   *
   * @param recurrence RRULE without prefix
   * @param source {@code WEB}, {@code CHAT} or {@code SMS}
   */
  public TaskView captureDue(
      UUID userId, String title, Instant dueAt, @Nullable String recurrence, String source) {
    QuickAddResult understood = QuickAddResult.due(title, dueAt, recurrence);
    return TaskView.from(add(Task.captured(Ids.next(), userId, understood, clock), source));
  }

  TaskView create(UUID userId, @Nullable UUID id, TaskDetails details, @Nullable UUID parentId) {
    if (parentId != null) {
      find(userId, parentId);
    }
    return TaskView.from(
        add(new Task(id == null ? Ids.next() : id, userId, details, parentId, clock), "WEB"));
  }

  private Task add(Task task, String source) {
    Optional<Task> existing = tasks.findById(task.getId());
    if (existing.isPresent()) {
      return existing
          .filter(found -> found.userId().equals(task.userId()))
          .orElseThrow(() -> new TaskNotFound(task.getId()));
    }
    Task saved = tasks.save(task);
    tasks.flush();
    news.captured(saved, source);
    return saved;
  }

  /** One of the user's tasks. */
  @Transactional(readOnly = true)
  public TaskView get(UUID userId, UUID id) {
    return TaskView.from(find(userId, id));
  }

  /** What is open or begun, newest first, at most {@code limit}. */
  @Transactional(readOnly = true)
  public List<TaskView> active(UUID userId, int limit) {
    return page(userId, EnumSet.of(TaskStatus.OPEN, TaskStatus.DOING), null, limit);
  }

  @Transactional(readOnly = true)
  List<TaskView> page(
      UUID userId, Collection<TaskStatus> statuses, @Nullable UUID after, int limit) {
    return tasks.page(userId, statuses, after, Limit.of(limit)).stream()
        .map(TaskView::from)
        .toList();
  }

  /** The one task to do now, and why. */
  @Transactional(readOnly = true)
  public NextTask next(UUID userId, @Nullable Energy energy, @Nullable Integer minutes) {
    List<Offered> offered = DayTasks.offered(tasks, userId, now(userId).toLocalDate());
    return choice.choose(userId, offered, energy, minutes);
  }

  TaskView edit(
      UUID userId, UUID id, @Nullable String ifMatch, UnaryOperator<TaskPatch.Editable> patch) {
    Task task = find(userId, id);
    ETags.require(ifMatch, task.version());
    TaskPatch.Editable edited = patch.apply(new TaskPatch.Editable(task.details(), task.status()));
    task.edit(edited.details(), edited.status(), clock);
    return changed(task, "edited");
  }

  /** Marks a task as done; a recurring one is due again at its next moment. */
  public TaskView complete(UUID userId, UUID id) {
    Task task = find(userId, id);
    if (task.status() == TaskStatus.DONE) {
      return TaskView.from(task);
    }
    task.complete(nextOccurrence(task, people.zoneOf(userId)), clock);
    tasks.flush();
    news.completed(task);
    return TaskView.from(task);
  }

  TaskView reopen(UUID userId, UUID id) {
    Task task = find(userId, id);
    task.reopen(clock);
    return changed(task, "reopened");
  }

  /** Carries a task over to tomorrow. */
  public TaskView notToday(UUID userId, UUID id) {
    Task task = find(userId, id);
    task.notBefore(LocalDate.ofInstant(clock.instant(), people.zoneOf(userId)).plusDays(1), clock);
    return changed(task, "postponed");
  }

  void delete(UUID userId, UUID id, @Nullable String ifMatch) {
    Task task = find(userId, id);
    ETags.require(ifMatch, task.version());
    tasks.delete(task);
    news.deleted(task);
  }

  private TaskView changed(Task task, String change) {
    tasks.flush();
    news.changed(task, change);
    return TaskView.from(task);
  }

  private @Nullable Occurrence nextOccurrence(Task task, ZoneId zone) {
    TaskDetails details = task.details();
    String rule = details.recurrence();
    Instant now = clock.instant();
    if (rule == null) {
      return null;
    }
    if (details.dueAt() != null) {
      Instant after = details.dueAt().isAfter(now) ? details.dueAt() : now;
      return Recurrences.nextAfter(rule, details.dueAt(), after, zone)
          .map(next -> new Occurrence(next, null))
          .orElse(null);
    }
    LocalDate today = LocalDate.ofInstant(now, zone);
    LocalDate start = details.dueDate() == null ? today : details.dueDate();
    return Recurrences.nextAfter(rule, start, start.isAfter(today) ? start : today)
        .map(next -> new Occurrence(null, next))
        .orElse(null);
  }

  private Task find(UUID userId, UUID id) {
    return tasks.findByIdAndUserId(id, userId).orElseThrow(() -> new TaskNotFound(id));
  }

  private ZonedDateTime now(UUID userId) {
    return clock.instant().atZone(people.zoneOf(userId));
  }
}
