package app.tdah.chat.assistant.tools;

import app.tdah.chat.task.TaskView;
import app.tdah.chat.task.Tasks;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.model.ToolContext;
import org.springframework.ai.tool.annotation.Tool;
import org.springframework.ai.tool.annotation.ToolParam;
import org.springframework.stereotype.Component;

@Component
class TaskTools {

  private static final int SHOWN = 20;

  private final Tasks tasks;
  private final ChosenTask chosen;

  TaskTools(Tasks tasks, ChosenTask chosen) {
    this.tasks = tasks;
    this.chosen = chosen;
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
          "Lists the user's tasks, the newest first: open ones, or those of a filter. Prefer next_task:"
              + " one at a time.")
  ToolResults.SomeTasks listTasks(
      @ToolParam(
              required = false,
              description =
                  "Any of: today, open, doing, done, dropped, all, #tag, @context, /project, or words"
                      + " to look for.")
          @Nullable String filter,
      ToolContext context) {
    ToolScope scope = ToolScope.of(context);
    return new ToolResults.SomeTasks(
        tasks.list(scope.userId(), ListedTasks.read(filter), null, SHOWN).stream()
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
    UUID done = id == null ? chosen.toDo(scope, title) : id;
    return new ToolResults.OneTask(
        ToolResults.line(tasks.complete(scope.userId(), done), scope), null);
  }
}
