package app.tdah.chat.task;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Applies a patch to a task: what it says, what it is a part of, its place in the order. */
@Component
class TaskEdits {

  private final TaskRepository tasks;
  private final TaskTree tree;
  private final Clock clock;

  TaskEdits(TaskRepository tasks, TaskTree tree, Clock clock) {
    this.tasks = tasks;
    this.tree = tree;
    this.clock = clock;
  }

  /** Changes all that the patch names, or nothing when it cannot be. */
  void apply(Task task, TaskPatch patch) {
    TaskPatch.Editable edited = patch.apply(new TaskPatch.Editable(task.details(), task.status()));
    UUID parent = patch.names("parentId") ? patch.id("parentId") : task.parentId();
    if (parent != null && !parent.equals(task.parentId())) {
      tree.requireRoom(task.userId(), task.getId(), parent);
    }
    String place = place(task, patch);
    task.under(parent, clock);
    task.placed(place, clock);
    task.edit(edited.details(), edited.status(), clock);
  }

  /** What the patch would make of a task, which stays as it is. */
  TaskState preview(Task task, TaskPatch patch) {
    TaskPatch.Editable edited = patch.apply(new TaskPatch.Editable(task.details(), task.status()));
    return TaskState.edited(
        task,
        edited,
        patch.names("parentId") ? patch.id("parentId") : task.parentId(),
        place(task, patch));
  }

  private String place(Task task, TaskPatch patch) {
    if (patch.names("after")) {
      return behind(task.userId(), patch.id("after"));
    }
    return patch.names("position") ? patch.position() : task.position();
  }

  private String behind(UUID userId, @Nullable UUID after) {
    String before =
        after == null
            ? ""
            : tasks
                .findByIdAndUserId(after, userId)
                .orElseThrow(() -> new TaskNotFound(after))
                .position();
    String next = tasks.positionBehind(userId, before);
    return next == null ? Positions.lastBehind(before) : Positions.between(before, next);
  }
}
