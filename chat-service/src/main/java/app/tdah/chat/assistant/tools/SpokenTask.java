package app.tdah.chat.assistant.tools;

import app.tdah.chat.task.TaskView;
import app.tdah.chat.task.Tasks;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which task somebody means: the one with these words, else the one to do next. */
@Component
class SpokenTask {

  private static final int SEARCHED = 200;

  private final Tasks tasks;

  SpokenTask(Tasks tasks) {
    this.tasks = tasks;
  }

  TaskView find(ToolScope scope, @Nullable String title) {
    if (title == null || title.isBlank()) {
      TaskView next = tasks.next(scope.userId(), null, null).task();
      if (next == null) {
        throw new NoSuchTask();
      }
      return next;
    }
    List<TaskView> open = tasks.active(scope.userId(), SEARCHED);
    return BestMatch.of(title, open, TaskView::title).orElseThrow(NoSuchTask::new);
  }
}
