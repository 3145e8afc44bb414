package app.tdah.chat.task;

import app.tdah.defaults.ids.Ids;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One operation in the making: what the tasks were before it, and which of them come and go. */
final class TaskOperation {

  private final UUID id = Ids.next();
  private final UUID userId;
  private final OperationKind kind;
  private final @Nullable UUID undoes;
  private final String source;
  private final Map<UUID, Touched> touched = new LinkedHashMap<>();

  private TaskOperation(UUID userId, OperationKind kind, @Nullable UUID undoes, String source) {
    this.userId = userId;
    this.kind = kind;
    this.undoes = undoes;
    this.source = source;
  }

  /** How an operation concerns a task. */
  enum Effect {
    ADDED,
    CHANGED,
    COMPLETED,
    REMOVED
  }

  /**
   * A task of an operation.
   *
   * @param before null when it was not there
   */
  record Touched(Task task, @Nullable TaskState before, Effect effect) {

    /** Whether it needs attention again. */
    boolean isResumed() {
      return effect != Effect.REMOVED
          && task.status().isActive()
          && before != null
          && !before.status().isActive();
    }
  }

  static TaskOperation of(UUID userId, OperationKind kind) {
    return new TaskOperation(userId, kind, null, "WEB");
  }

  /** A new task that came by a channel. */
  static TaskOperation creating(UUID userId, String source) {
    return new TaskOperation(userId, OperationKind.CREATED, null, source);
  }

  /** Takes back another operation. */
  static TaskOperation undoing(TaskLog.Entry undone) {
    OperationKind kind = undone.undoes() == null ? OperationKind.UNDONE : OperationKind.REDONE;
    return new TaskOperation(undone.userId(), kind, undone.id(), "WEB");
  }

  /** To be called before the task changes. */
  TaskOperation changing(Task task) {
    return put(task, TaskState.of(task), Effect.CHANGED);
  }

  /** To be called before the task is completed, also when it recurs. */
  TaskOperation completing(Task task) {
    return put(task, TaskState.of(task), Effect.COMPLETED);
  }

  TaskOperation adding(Task task) {
    return put(task, null, Effect.ADDED);
  }

  TaskOperation removing(Task task) {
    return put(task, TaskState.of(task), Effect.REMOVED);
  }

  /** What was there first counts when a task is touched twice. */
  private TaskOperation put(Task task, @Nullable TaskState before, Effect effect) {
    Touched first = touched.get(task.getId());
    touched.put(
        task.getId(),
        first == null
            ? new Touched(task, before, effect)
            : new Touched(
                task,
                first.before(),
                first.effect() == Effect.ADDED && effect != Effect.REMOVED
                    ? Effect.ADDED
                    : effect));
    return this;
  }

  /** Whether a task is gone by it. */
  boolean removes(UUID taskId) {
    Touched task = touched.get(taskId);
    return task != null && task.effect() == Effect.REMOVED;
  }

  UUID id() {
    return id;
  }

  UUID userId() {
    return userId;
  }

  OperationKind kind() {
    return kind;
  }

  @Nullable UUID undoes() {
    return undoes;
  }

  String source() {
    return source;
  }

  /** Whether it marks the task as done. */
  boolean completes(UUID taskId) {
    Touched one = touched.get(taskId);
    return one != null && one.effect() == Effect.COMPLETED;
  }

  Collection<Touched> touched() {
    return touched.values();
  }
}
