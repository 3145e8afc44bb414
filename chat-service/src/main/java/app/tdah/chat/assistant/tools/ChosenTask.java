package app.tdah.chat.assistant.tools;

import app.tdah.chat.task.TaskFilter;
import app.tdah.chat.task.TaskStatus;
import app.tdah.chat.task.TaskView;
import app.tdah.chat.task.Tasks;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the task that somebody means, by some of its words or by none. */
@Component
class ChosenTask {

  private static final int SEARCHED = 200;

  /** How long a task is still the one just spoken of. */
  private static final Duration RECENT = Duration.ofMinutes(10);

  private final Tasks tasks;

  ChosenTask(Tasks tasks) {
    this.tasks = tasks;
  }

  /** By its words among what is to be done; without words what is to be done next. */
  UUID toDo(ToolScope scope, @Nullable String title) {
    return title == null || title.isBlank() ? next(scope) : active(scope, title);
  }

  /** By its words among what is to be done; without words the one just spoken of, else the next. */
  UUID spokenOf(ToolScope scope, @Nullable String title) {
    return title == null || title.isBlank()
        ? tasks.lastChanged(scope.userId(), RECENT).map(TaskView::id).orElseGet(() -> next(scope))
        : active(scope, title);
  }

  /** By its words among what has ended; without words what ended last. */
  UUID ended(ToolScope scope, @Nullable String title) {
    Optional<TaskView> chosen =
        title == null || title.isBlank()
            ? tasks.lastEnded(scope.userId())
            : BestMatch.of(
                title,
                tasks.list(
                    scope.userId(),
                    TaskFilter.of(EnumSet.of(TaskStatus.DONE, TaskStatus.DROPPED)),
                    null,
                    SEARCHED),
                TaskView::title);
    return chosen.map(TaskView::id).orElseThrow(NoSuchTask::new);
  }

  private UUID active(ToolScope scope, String title) {
    List<TaskView> open = tasks.active(scope.userId(), SEARCHED);
    return BestMatch.of(title, open, TaskView::title)
        .map(TaskView::id)
        .orElseThrow(NoSuchTask::new);
  }

  private UUID next(ToolScope scope) {
    TaskView next = tasks.next(scope.userId(), null, null).task();
    if (next == null) {
      throw new NoSuchTask();
    }
    return next.id();
  }
}
