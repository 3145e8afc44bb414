package app.tdah.chat.task;

import app.tdah.defaults.web.ProblemException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes back what an operation did to one task. */
@Component
class TakeBack {

  private final TaskRepository tasks;
  private final RestoreTask restore;
  private final TaskTree tree;
  private final TaskTransitions transitions;
  private final ChangedFields fields;
  private final Clock clock;

  TakeBack(
      TaskRepository tasks,
      RestoreTask restore,
      TaskTree tree,
      TaskTransitions transitions,
      ChangedFields fields,
      Clock clock) {
    this.tasks = tasks;
    this.restore = restore;
    this.tree = tree;
    this.transitions = transitions;
    this.fields = fields;
    this.clock = clock;
  }

  /**
   * Takes one change back within the operation that undoes it.
   *
   * @throws ChangedSince when the task has become something else meanwhile
   */
  void from(TaskOperation undoing, TaskLog.Change change) {
    Task task = tasks.findByIdAndUserId(change.taskId(), undoing.userId()).orElse(null);
    TaskState before = change.before();
    TaskState after = change.after();
    if (before == null) {
      // A part may have gone with its whole already.
      if (task != null && !undoing.removes(change.taskId())) {
        transitions.delete(undoing, task);
      }
    } else if (after == null) {
      if (task == null) {
        undoing.adding(restore.restore(undoing.userId(), change.taskId(), before));
      }
    } else if (task == null) {
      throw new ChangedSince(List.of("id"));
    } else {
      TaskState then = fields.takenBack(before, after, TaskState.of(task));
      requireRoom(task, then.parentId());
      undoing.changing(task);
      task.become(then, clock);
    }
  }

  /** What it was a part of may be gone by now, or have become a part of it. */
  private void requireRoom(Task task, @Nullable UUID parentId) {
    if (parentId != null && !parentId.equals(task.parentId())) {
      try {
        tree.requireRoom(task.userId(), task.getId(), parentId);
      } catch (ProblemException noRoom) {
        throw new ChangedSince(List.of("parentId"));
      }
    }
  }
}
