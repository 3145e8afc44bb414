package app.tdah.chat.task;

import app.tdah.defaults.web.InvalidField;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tasks consist of tasks, a few levels deep. */
@Component
class TaskTree {

  static final int MAX_DEPTH = 5;

  private final TaskRepository tasks;
  private final TaskLog log;

  TaskTree(TaskRepository tasks, TaskLog log) {
    this.tasks = tasks;
    this.log = log;
  }

  /** All that a task consists of, parents before their parts. */
  List<Task> below(UUID id) {
    List<Task> all = new ArrayList<>();
    levels(id).forEach(all::addAll);
    return all;
  }

  private List<List<Task>> levels(UUID id) {
    List<List<Task>> levels = new ArrayList<>();
    List<Task> level = tasks.findByParentIdInOrderByPositionAscIdAsc(List.of(id));
    while (!level.isEmpty() && levels.size() <= MAX_DEPTH) {
      levels.add(level);
      level =
          tasks.findByParentIdInOrderByPositionAscIdAsc(level.stream().map(Task::getId).toList());
    }
    return levels;
  }

  /**
   * Whether a task may become a part of another; nothing else moves until the transaction ends.
   *
   * @param id the task; it need not be there yet
   * @throws InvalidField naming {@code parentId}, when it would be a part of itself or too deep
   * @throws TaskNotFound when the user has no such parent
   */
  void requireRoom(UUID userId, UUID id, UUID parentId) {
    log.lock(userId);
    int above = 0;
    UUID ancestor = parentId;
    while (ancestor != null) {
      if (ancestor.equals(id)) {
        throw new InvalidField("parentId", "must not be the task itself or one of its parts");
      }
      above++;
      ancestor = parentOf(userId, ancestor);
    }
    if (above + 1 + levels(id).size() > MAX_DEPTH) {
      throw new InvalidField("parentId", "must leave at most " + MAX_DEPTH + " levels of tasks");
    }
  }

  private @Nullable UUID parentOf(UUID userId, UUID id) {
    return tasks.findByIdAndUserId(id, userId).orElseThrow(() -> new TaskNotFound(id)).parentId();
  }
}
