package app.tdah.chat.breakdown;

import app.tdah.chat.reminder.SmallerTask;
import app.tdah.chat.task.TaskStatus;
import app.tdah.chat.task.TaskView;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Answers SMALLER: the first open step after the task was made smaller. */
@Component
class ShrinkTask implements SmallerTask {

  private final BreakDown breakDown;

  ShrinkTask(BreakDown breakDown) {
    this.breakDown = breakDown;
  }

  @Override
  public String smaller(UUID userId, UUID taskId) {
    Broken broken = breakDown.smaller(userId, taskId);
    return broken.subtasks().stream()
        .filter(step -> step.status() == TaskStatus.OPEN)
        .findFirst()
        .map(TaskView::title)
        .orElse(broken.task().title());
  }
}
