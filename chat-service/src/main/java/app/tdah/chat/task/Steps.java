package app.tdah.chat.task;

import app.tdah.chat.language.Energy;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The steps of a task: tasks below it, in order. */
@Service
@Transactional
public class Steps {

  private static final int DEEPEST = 20;

  private final Tasks tasks;
  private final ChangeTask changes;
  private final TaskRepository rows;
  private final TaskViews views;

  Steps(Tasks tasks, ChangeTask changes, TaskRepository rows, TaskViews views) {
    this.tasks = tasks;
    this.changes = changes;
    this.rows = rows;
    this.views = views;
  }

  /** All of them, done ones too. */
  @Transactional(readOnly = true)
  public List<TaskView> of(UUID userId, UUID parentId) {
    return views.of(userId, rows.findByUserIdAndParentIdOrderByPositionAscIdAsc(userId, parentId));
  }

  /** Whether nothing is below it. */
  @Transactional(readOnly = true)
  public boolean isLeaf(UUID taskId) {
    return !rows.existsByParentId(taskId);
  }

  /** What is to be done first below a task: the first open step, or the first open part of it. */
  @Transactional(readOnly = true)
  public Optional<TaskView> firstOpen(UUID userId, UUID taskId) {
    Optional<TaskView> found = Optional.empty();
    UUID above = taskId;
    for (int depth = 0; depth < DEEPEST; depth++) {
      Optional<TaskView> next =
          of(userId, above).stream().filter(step -> step.status().isActive()).findFirst();
      if (next.isEmpty()) {
        return found;
      }
      found = next;
      above = next.get().id();
    }
    return found;
  }

  /**
   * Adds one at the end, with the tags and the place of its task.
   *
   * @param first needs little energy, whatever the task needs
   */
  public TaskView add(UUID userId, UUID parentId, String title, int minutes, boolean first) {
    TaskView task = tasks.get(userId, parentId);
    TaskDetails details =
        new TaskDetails(
            title,
            null,
            task.tags(),
            task.context(),
            task.project(),
            task.priority(),
            first ? Energy.LOW : task.energy(),
            minutes,
            null,
            null,
            null,
            null);
    return tasks.create(userId, null, details, parentId);
  }

  /** Takes one away. */
  public void remove(UUID userId, UUID stepId) {
    changes.delete(userId, stepId, null);
  }
}
