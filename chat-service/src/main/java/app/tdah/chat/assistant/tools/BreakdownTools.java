package app.tdah.chat.assistant.tools;

import app.tdah.chat.breakdown.BreakDown;
import app.tdah.chat.breakdown.Broken;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.model.ToolContext;
import org.springframework.ai.tool.annotation.Tool;
import org.springframework.ai.tool.annotation.ToolParam;
import org.springframework.stereotype.Component;

@Component
class BreakdownTools {

  private final BreakDown breakDown;
  private final SpokenTask spoken;

  BreakdownTools(BreakDown breakDown, SpokenTask spoken) {
    this.breakDown = breakDown;
    this.spoken = spoken;
  }

  /** A task and its steps, in order; no steps when nothing is smaller. */
  record BrokenLine(ToolResults.TaskLine task, List<ToolResults.TaskLine> steps) {}

  @Tool(
      name = "break_down",
      description =
          "Breaks a task down into steps, the first one small and physical. Without a title the task"
              + " that next_task would choose.")
  BrokenLine breakDown(
      @ToolParam(required = false, description = "Words of the task's title.")
          @Nullable String title,
      @ToolParam(required = false, description = "From 1, few steps, to 5, many.")
          @Nullable Integer granularity,
      ToolContext context) {
    ToolScope scope = ToolScope.of(context);
    return line(
        breakDown.breakDown(scope.userId(), spoken.find(scope, title).id(), granularity), scope);
  }

  @Tool(
      name = "smaller",
      description =
          "Makes the next step of a task smaller still. Without a title the task that next_task would"
              + " choose.")
  BrokenLine smaller(
      @ToolParam(required = false, description = "Words of the task's title.")
          @Nullable String title,
      ToolContext context) {
    ToolScope scope = ToolScope.of(context);
    return line(breakDown.smaller(scope.userId(), spoken.find(scope, title).id()), scope);
  }

  private static BrokenLine line(Broken broken, ToolScope scope) {
    return new BrokenLine(
        ToolResults.line(broken.task(), scope),
        broken.subtasks().stream().map(step -> ToolResults.line(step, scope)).toList());
  }
}
