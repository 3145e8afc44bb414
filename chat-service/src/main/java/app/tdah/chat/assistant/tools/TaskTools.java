package app.tdah.chat.assistant.tools;

import app.tdah.chat.task.TaskView;
import app.tdah.chat.task.Tasks;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.model.ToolContext;
import org.springframework.ai.tool.annotation.Tool;
import org.springframework.ai.tool.annotation.ToolParam;
import org.springframework.stereotype.Component;

@Component
class TaskTools {

  private static final int SHOWN = 20;
  private static final int SEARCHED = 200;

  private final Tasks tasks;

  TaskTools(Tasks tasks) {
    this.tasks = tasks;
  }

  @Tool(
      name = "add_task",
      description =
          "Captures a task. Understands dates, times and recurrences in words, #tags, @context, /project,"
              + " !high or !low priority and ~15m estimates inside the text.")
  ToolResults.OneTask addTask(
      @ToolParam(description = "The task in the user's own words, dates included.") String text,
      ToolContext context) {
    ToolScope scope = ToolScope.of(context);
    TaskView task = tasks.capture(scope.userId(), text, scope.source(), null).task();
    return new ToolResults.OneTask(ToolResults.line(task, scope), null);
  }

  @Tool(
      name = "list_tasks",
      description =
          "Lists the user's open tasks, the newest first. Prefer next_task: one at a time.")
  ToolResults.SomeTasks listTasks(ToolContext context) {
    ToolScope scope = ToolScope.of(context);
    return new ToolResults.SomeTasks(
        tasks.active(scope.userId(), SHOWN).stream()
            .map(task -> ToolResults.line(task, scope))
            .toList());
  }

  @Tool(
      name = "complete_task",
      description =
          "Marks an open task as done: the one with this id or the one whose title fits best; without"
              + " either the one that next_task would choose.")
  ToolResults.OneTask completeTask(
      @ToolParam(required = false, description = "The task's title, or words of it.")
          @Nullable String title,
      @ToolParam(required = false, description = "The task's id, where it is known.")
          @Nullable UUID id,
      ToolContext context) {
    ToolScope scope = ToolScope.of(context);
    UUID chosen = id == null ? chosen(scope, title) : id;
    return new ToolResults.OneTask(
        ToolResults.line(tasks.complete(scope.userId(), chosen), scope), null);
  }

  private UUID chosen(ToolScope scope, @Nullable String title) {
    if (title == null || title.isBlank()) {
      TaskView next = tasks.next(scope.userId(), null, null).task();
      if (next == null) {
        throw new NoSuchTask();
      }
      return next.id();
    }
    List<TaskView> open = tasks.active(scope.userId(), SEARCHED);
    return BestMatch.of(title, open, TaskView::title)
        .map(TaskView::id)
        .orElseThrow(NoSuchTask::new);
  }
}
