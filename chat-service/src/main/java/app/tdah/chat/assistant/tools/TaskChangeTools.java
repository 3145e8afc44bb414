package app.tdah.chat.assistant.tools;

import app.tdah.chat.task.ChangeTask;
import app.tdah.chat.task.OpenParts;
import app.tdah.chat.task.TaskAction;
import app.tdah.chat.task.TaskView;
import app.tdah.chat.task.Tasks;
import app.tdah.chat.task.UndoTask;
import app.tdah.chat.task.Undone;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.model.ToolContext;
import org.springframework.ai.tool.annotation.Tool;
import org.springframework.ai.tool.annotation.ToolParam;
import org.springframework.stereotype.Component;

/** What can be done to tasks that are there; all of it can be undone. */
@Component
class TaskChangeTools {

  private static final String TITLE = "The task's title, or words of it.";

  private final ChangeTask changes;
  private final UndoTask undo;
  private final Tasks tasks;
  private final ChosenTask chosen;

  TaskChangeTools(ChangeTask changes, UndoTask undo, Tasks tasks, ChosenTask chosen) {
    this.changes = changes;
    this.undo = undo;
    this.tasks = tasks;
    this.chosen = chosen;
  }

  @Tool(
      name = "reopen_task",
      description = "Opens a done or dropped task again; without a title the one that ended last.")
  ToolResults.OneTask reopenTask(
      @ToolParam(required = false, description = TITLE) @Nullable String title,
      ToolContext context) {
    ToolScope scope = ToolScope.of(context);
    return act(scope, chosen.ended(scope, title), TaskAction.REOPEN);
  }

  @Tool(
      name = "drop_task",
      description =
          "Lets go of a task that will not be done; without a title the one just spoken of.")
  ToolResults.OneTask dropTask(
      @ToolParam(required = false, description = TITLE) @Nullable String title,
      ToolContext context) {
    ToolScope scope = ToolScope.of(context);
    return act(scope, chosen.spokenOf(scope, title), TaskAction.DROP);
  }

  @Tool(
      name = "not_today",
      description =
          "Carries a task over to tomorrow; without a title the one that next_task would choose.")
  ToolResults.OneTask notToday(
      @ToolParam(required = false, description = TITLE) @Nullable String title,
      ToolContext context) {
    ToolScope scope = ToolScope.of(context);
    return act(scope, chosen.toDo(scope, title), TaskAction.NOT_TODAY);
  }

  @Tool(
      name = "start_task",
      description = "Marks a task as begun; without a title the one that next_task would choose.")
  ToolResults.OneTask startTask(
      @ToolParam(required = false, description = TITLE) @Nullable String title,
      ToolContext context) {
    ToolScope scope = ToolScope.of(context);
    return act(scope, chosen.toDo(scope, title), TaskAction.START);
  }

  @Tool(
      name = "delete_task",
      description =
          "Deletes a task with its parts; without a title the one just spoken of. Can be undone.")
  ToolResults.OneTask deleteTask(
      @ToolParam(required = false, description = TITLE) @Nullable String title,
      ToolContext context) {
    ToolScope scope = ToolScope.of(context);
    TaskView task = tasks.get(scope.userId(), chosen.spokenOf(scope, title));
    changes.delete(scope.userId(), task.id(), null);
    return new ToolResults.OneTask(ToolResults.line(task, scope), null);
  }

  @Tool(
      name = "update_task",
      description =
          "Changes a task: the one with this id or title, without either the one just spoken of.")
  ToolResults.OneTask updateTask(
      @ToolParam(required = false, description = TITLE) @Nullable String title,
      @ToolParam(required = false, description = "The task's id, where it is known.")
          @Nullable UUID id,
      @ToolParam(
              description =
                  "What to change, as add_task understands it: a date or time, a recurrence, #tag,"
                      + " @context, /project, !high, ~15m; or 'title: …' for another title.")
          String changes,
      ToolContext context) {
    ToolScope scope = ToolScope.of(context);
    UUID task = id == null ? chosen.spokenOf(scope, title) : id;
    TaskView changed = this.changes.edit(scope.userId(), task, changes);
    return new ToolResults.OneTask(ToolResults.line(changed, scope), null);
  }

  @Tool(
      name = "undo",
      description =
          "Takes back the last change of the user's tasks; asked again, the one before it.")
  ToolResults.UndoneChange undo(ToolContext context) {
    ToolScope scope = ToolScope.of(context);
    Undone undone = undo.undo(scope.userId(), null);
    return new ToolResults.UndoneChange(
        undone.operation().kind().name(),
        undone.operation().changes().stream().map(change -> change.title()).toList(),
        undone.tasks().stream().map(task -> ToolResults.line(task, scope)).toList());
  }

  private ToolResults.OneTask act(ToolScope scope, UUID id, TaskAction action) {
    TaskView task = changes.act(scope.userId(), id, action, OpenParts.END);
    return new ToolResults.OneTask(ToolResults.line(task, scope), null);
  }
}
