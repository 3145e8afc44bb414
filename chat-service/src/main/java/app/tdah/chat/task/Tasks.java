package app.tdah.chat.task;

import app.tdah.chat.language.Energy;
import app.tdah.chat.language.QuickAdd;
import app.tdah.chat.language.QuickAddResult;
import app.tdah.chat.person.People;
import app.tdah.defaults.ids.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everything that can happen to a user's tasks; each change commits with its event. */
@Service
@Transactional
public class Tasks {

  private final TaskRepository tasks;
  private final TaskSearch search;
  private final TaskTree tree;
  private final ChangeTask changes;
  private final TaskJournal journal;
  private final TaskViews views;
  private final ChooseNext choice;
  private final People people;
  private final Clock clock;

  Tasks(
      TaskRepository tasks,
      TaskSearch search,
      TaskTree tree,
      ChangeTask changes,
      TaskJournal journal,
      TaskViews views,
      ChooseNext choice,
      People people,
      Clock clock) {
    this.tasks = tasks;
    this.search = search;
    this.tree = tree;
    this.changes = changes;
    this.journal = journal;
    this.views = views;
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
    return new Captured(add(task, source), understood.understood());
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
    return add(Task.captured(Ids.next(), userId, understood, clock), source);
  }

  TaskView create(UUID userId, @Nullable UUID id, TaskDetails details, @Nullable UUID parentId) {
    UUID made = id == null ? Ids.next() : id;
    if (parentId != null) {
      tree.requireRoom(userId, made, parentId);
    }
    return add(new Task(made, userId, details, parentId, clock), "WEB");
  }

  private TaskView add(Task task, String source) {
    Optional<Task> existing = tasks.findById(task.getId());
    if (existing.isPresent()) {
      return existing
          .filter(found -> found.userId().equals(task.userId()))
          .map(views::of)
          .orElseThrow(() -> new TaskNotFound(task.getId()));
    }
    Task saved = tasks.save(task);
    return journal.commit(TaskOperation.creating(task.userId(), source).adding(saved)).getFirst();
  }

  /** One of the user's tasks. */
  @Transactional(readOnly = true)
  public TaskView get(UUID userId, UUID id) {
    return views.of(find(userId, id));
  }

  /** What is open or begun, newest first, at most {@code limit}. */
  @Transactional(readOnly = true)
  public List<TaskView> active(UUID userId, int limit) {
    return views.of(
        userId,
        tasks.page(userId, EnumSet.of(TaskStatus.OPEN, TaskStatus.DOING), null, Limit.of(limit)));
  }

  /** Those that a filter shows, from the one after the cursor on. */
  @Transactional(readOnly = true)
  public List<TaskView> list(UUID userId, TaskFilter filter, @Nullable UUID after, int limit) {
    LocalDate today = now(userId).toLocalDate();
    return views.of(userId, search.page(userId, filter, today, after, limit));
  }

  /** What was made or changed last and is to be done, unless that is longer ago. */
  @Transactional(readOnly = true)
  public Optional<TaskView> lastChanged(UUID userId, Duration within) {
    return tasks.lastChanged(userId, clock.instant().minus(within), Limit.of(1)).stream()
        .findFirst()
        .map(views::of);
  }

  /** What was done or dropped last. */
  @Transactional(readOnly = true)
  public Optional<TaskView> lastEnded(UUID userId) {
    return tasks.lastEnded(userId, Limit.of(1)).stream().findFirst().map(views::of);
  }

  /** The one task to do now, and why. */
  @Transactional(readOnly = true)
  public NextTask next(UUID userId, @Nullable Energy energy, @Nullable Integer minutes) {
    List<Offered> offered = views.offered(userId, now(userId).toLocalDate());
    return choice.choose(userId, offered, energy, minutes);
  }

  /** Marks a task as done with its parts; a recurring one is due again at its next moment. */
  public TaskView complete(UUID userId, UUID id) {
    return changes.act(userId, id, TaskAction.COMPLETE, OpenParts.END);
  }

  /** Carries a task over to tomorrow. */
  public TaskView notToday(UUID userId, UUID id) {
    return changes.act(userId, id, TaskAction.NOT_TODAY, OpenParts.KEEP);
  }

  private Task find(UUID userId, UUID id) {
    return tasks.findByIdAndUserId(id, userId).orElseThrow(() -> new TaskNotFound(id));
  }

  private ZonedDateTime now(UUID userId) {
    return clock.instant().atZone(people.zoneOf(userId));
  }
}
