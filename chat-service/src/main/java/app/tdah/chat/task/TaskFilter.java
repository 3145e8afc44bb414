package app.tdah.chat.task;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks to list; what is null does not matter.
 *
 * @param parentId parts of this task
 * @param words that title or notes hold, as they are written
 * @param today only what is meant for today: due today, or carried over from an earlier day, and
 *     not put off until a later one
 * @param byPosition in the user's own order instead of the newest first
 */
public record TaskFilter(
    Set<TaskStatus> statuses,
    @Nullable String project,
    @Nullable String tag,
    @Nullable String context,
    @Nullable UUID parentId,
    @Nullable String words,
    boolean today,
    boolean byPosition) {

  /** Copies what may be changed. */
  public TaskFilter {
    statuses = Set.copyOf(statuses);
  }

  /** All of these states. */
  public static TaskFilter of(Set<TaskStatus> statuses) {
    return new TaskFilter(statuses, null, null, null, null, null, false, false);
  }

  /** What is to be done today. */
  public static TaskFilter forToday() {
    return new TaskFilter(
        Set.of(TaskStatus.OPEN, TaskStatus.DOING), null, null, null, null, null, true, false);
  }
}
