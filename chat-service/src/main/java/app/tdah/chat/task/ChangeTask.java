package app.tdah.chat.task;

import app.tdah.chat.language.QuickAdd;
import app.tdah.chat.language.QuickAddResult;
import app.tdah.chat.person.People;
import app.tdah.defaults.web.ETags;
import app.tdah.defaults.web.ProblemException;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Every change of tasks that are there; each is one operation and can be undone. */
@Service
@Transactional
public class ChangeTask {

  private final TaskRepository tasks;
  private final TaskEdits edits;
  private final TaskTransitions transitions;
  private final TaskLog log;
  private final TaskJournal journal;
  private final TaskViews views;
  private final People people;
  private final Clock clock;

  ChangeTask(
      TaskRepository tasks,
      TaskEdits edits,
      TaskTransitions transitions,
      TaskLog log,
      TaskJournal journal,
      TaskViews views,
      People people,
      Clock clock) {
    this.tasks = tasks;
    this.edits = edits;
    this.transitions = transitions;
    this.log = log;
    this.journal = journal;
    this.views = views;
    this.people = people;
    this.clock = clock;
  }

  TaskView edit(UUID userId, UUID id, @Nullable String ifMatch, TaskPatch patch) {
    return edited(userId, id, ifMatch, task -> edits.apply(task, patch));
  }

  /**
   * Edits a task by words of the quick-add grammar, such as {@code tomorrow 5pm !high}; only what
   * they name changes. {@code title: …} gives it another title.
   */
  public TaskView edit(UUID userId, UUID id, String words) {
    QuickAddResult named =
        QuickAdd.parse(
            words, people.localeOf(userId), clock.instant().atZone(people.zoneOf(userId)));
    return edited(
        userId,
        id,
        null,
        task -> task.edit(WordedChange.of(words, named, task.details()), task.status(), clock));
  }

  private TaskView edited(UUID userId, UUID id, @Nullable String ifMatch, Consumer<Task> edit) {
    Task task = matching(userId, id, ifMatch);
    TaskOperation operation = TaskOperation.of(userId, OperationKind.EDITED).changing(task);
    edit.accept(task);
    return journal.commit(operation).getFirst();
  }

  /** Completes, reopens, starts, drops or postpones a task. */
  public TaskView act(UUID userId, UUID id, TaskAction action, OpenParts parts) {
    return act(userId, id, null, action, parts);
  }

  TaskView act(UUID userId, UUID id, @Nullable String ifMatch, TaskAction action, OpenParts parts) {
    Task task = matching(userId, id, ifMatch);
    TaskOperation operation = TaskOperation.of(userId, action.kind());
    transitions.apply(operation, task, action, parts);
    return operation.touched().isEmpty() ? views.of(task) : journal.commit(operation).getFirst();
  }

  /** Deletes a task with its parts. */
  public void delete(UUID userId, UUID id, @Nullable String ifMatch) {
    Task task = matching(userId, id, ifMatch);
    TaskOperation operation = TaskOperation.of(userId, OperationKind.DELETED);
    transitions.delete(operation, task);
    journal.commit(operation);
  }

  /** One change of several tasks as one operation: of all or of none. */
  BulkChange all(UUID userId, LinkedHashSet<UUID> ids, OperationKind kind, Each each) {
    log.lock(userId);
    TaskOperation operation = TaskOperation.of(userId, kind);
    for (UUID id : ids) {
      tasks
          .findByIdAndUserId(id, userId)
          .ifPresentOrElse(task -> each.change(operation, task), () -> absent(operation, id));
    }
    List<TaskView> shown = operation.touched().isEmpty() ? List.of() : journal.commit(operation);
    return BulkChange.of(operation, shown);
  }

  /** What happens to each task of a bulk change. */
  @FunctionalInterface
  interface Each {
    void change(TaskOperation operation, Task task);
  }

  Each patching(TaskPatch patch) {
    return (operation, task) -> {
      operation.changing(task);
      edits.apply(task, patch);
    };
  }

  Each doing(TaskAction action, OpenParts parts) {
    return (operation, task) -> transitions.apply(operation, task, action, parts);
  }

  /** A part that went with its whole a moment ago was there. */
  private static void absent(TaskOperation operation, UUID id) {
    if (!operation.removes(id)) {
      throw new TaskNotFound(id);
    }
  }

  /** The task at this version; a refusal shows what it is now. */
  private Task matching(UUID userId, UUID id, @Nullable String ifMatch) {
    log.lock(userId);
    Task task = tasks.findByIdAndUserId(id, userId).orElseThrow(() -> new TaskNotFound(id));
    try {
      ETags.require(ifMatch, task.version());
    } catch (ProblemException stale) {
      throw stale.property("task", views.of(task));
    }
    return task;
  }
}
