package app.tdah.chat.assistant.tools;

import app.tdah.chat.language.Energy;
import app.tdah.chat.plan.DayPlan;
import app.tdah.chat.plan.EndDay;
import app.tdah.chat.plan.PlanDay;
import app.tdah.chat.plan.WindDown;
import app.tdah.chat.task.NextTask;
import app.tdah.chat.task.TaskView;
import app.tdah.chat.task.Tasks;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.model.ToolContext;
import org.springframework.ai.tool.annotation.Tool;
import org.springframework.ai.tool.annotation.ToolParam;
import org.springframework.stereotype.Component;

@Component
class PlanTools {

  private final Tasks tasks;
  private final PlanDay plan;
  private final EndDay end;

  PlanTools(Tasks tasks, PlanDay plan, EndDay end) {
    this.tasks = tasks;
    this.plan = plan;
    this.end = end;
  }

  /** Time for a task, as the user's clock shows it. */
  record BlockLine(
      ToolResults.TaskLine task, LocalDateTime from, LocalDateTime until, boolean accepted) {}

  /** A day's blocks. */
  record DayLine(LocalDate date, List<BlockLine> blocks, int freeMinutes) {}

  /** The end of a day. */
  record EndLine(
      List<ToolResults.TaskLine> done,
      List<ToolResults.TaskLine> carriesOver,
      ToolResults.@Nullable TaskLine tomorrow,
      @Nullable String why) {}

  @Tool(name = "next_task", description = "Chooses the one task to do now, and says why.")
  ToolResults.OneTask nextTask(
      @ToolParam(required = false, description = "How much energy the user has.")
          @Nullable Energy energy,
      @ToolParam(required = false, description = "How many minutes the user has.")
          @Nullable Integer minutes,
      ToolContext context) {
    ToolScope scope = ToolScope.of(context);
    NextTask next = tasks.next(scope.userId(), energy, minutes);
    TaskView task = next.task();
    return new ToolResults.OneTask(task == null ? null : ToolResults.line(task, scope), next.why());
  }

  @Tool(
      name = "plan_day",
      description =
          "Proposes a few blocks of time for tasks today, between the calendar's events. With accept"
              + " they become the tasks' starts.")
  DayLine planDay(
      @ToolParam(required = false, description = "true when the user agrees to the blocks.")
          @Nullable Boolean accept,
      ToolContext context) {
    ToolScope scope = ToolScope.of(context);
    DayPlan day =
        Boolean.TRUE.equals(accept)
            ? plan.accept(scope.userId(), null, null)
            : plan.propose(scope.userId(), null);
    List<BlockLine> blocks = day.blocks().stream().map(block -> line(block, scope)).toList();
    return new DayLine(day.date(), blocks, day.freeMinutes());
  }

  @Tool(
      name = "wind_down",
      description =
          "Ends the day: tells what was done, what carries over and one thing for tomorrow. With accept"
              + " it is carried over and planned.")
  EndLine windDown(
      @ToolParam(required = false, description = "true when the user agrees.")
          @Nullable Boolean accept,
      ToolContext context) {
    ToolScope scope = ToolScope.of(context);
    WindDown before = end.show(scope.userId());
    WindDown shown = Boolean.TRUE.equals(accept) ? end.end(scope.userId(), null) : before;
    TaskView tomorrow = shown.tomorrow();
    return new EndLine(
        lines(shown.done(), scope),
        lines(before.carriesOver(), scope),
        tomorrow == null ? null : ToolResults.line(tomorrow, scope),
        shown.why());
  }

  private static BlockLine line(DayPlan.Block block, ToolScope scope) {
    return new BlockLine(
        ToolResults.line(block.task(), scope),
        local(block.startAt(), scope),
        local(block.endAt(), scope),
        block.accepted());
  }

  private static List<ToolResults.TaskLine> lines(List<TaskView> tasks, ToolScope scope) {
    return tasks.stream().map(task -> ToolResults.line(task, scope)).toList();
  }

  private static LocalDateTime local(Instant moment, ToolScope scope) {
    return LocalDateTime.ofInstant(moment, scope.now().getZone());
  }
}
