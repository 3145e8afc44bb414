package app.tdah.chat.assistant.tools;

import app.tdah.chat.routine.RoutinePlan;
import app.tdah.chat.routine.RoutineView;
import app.tdah.chat.routine.RoutineView.StepView;
import app.tdah.chat.routine.Routines;
import app.tdah.defaults.web.InvalidField;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.model.ToolContext;
import org.springframework.ai.tool.annotation.Tool;
import org.springframework.ai.tool.annotation.ToolParam;
import org.springframework.stereotype.Component;

@Component
class RoutineTools {

  private static final int MOST = 50;
  private static final int MOST_STEPS = 30;
  private static final int LONGEST = 200;

  private final Routines routines;

  RoutineTools(Routines routines) {
    this.routines = routines;
  }

  /**
   * A routine.
   *
   * @param days such as {@code MO}
   * @param time such as {@code 07:30}, or null
   * @param strength from 0 to 1
   */
  record RoutineLine(
      String name,
      List<String> days,
      @Nullable String time,
      List<StepLine> steps,
      double strength,
      boolean today) {}

  /** A step. */
  record StepLine(String title, boolean doneToday) {}

  /** The user's routines. */
  record SomeRoutines(List<RoutineLine> routines) {}

  @Tool(
      name = "create_routine",
      description = "Makes a routine: steps that are done again and again, on some days.")
  RoutineLine createRoutine(
      @ToolParam(description = "What it is called.") String name,
      @ToolParam(description = "Its steps, in order.") List<String> steps,
      @ToolParam(required = false, description = "Days and time in words: every weekday at 7:30.")
          @Nullable String when,
      ToolContext context) {
    ToolScope scope = ToolScope.of(context);
    List<RoutinePlan.PlannedStep> planned =
        steps.stream()
            .map(step -> clean("steps", step))
            .limit(MOST_STEPS)
            .map(step -> new RoutinePlan.PlannedStep(null, step, null))
            .toList();
    if (planned.isEmpty()) {
      throw new InvalidField("steps", "must have at least one step");
    }
    RoutineTimes times = RoutineTimes.read(when, scope);
    RoutinePlan plan =
        new RoutinePlan(clean("name", name), times.days(), times.time(), true, planned);
    return line(routines.create(scope.userId(), null, plan));
  }

  @Tool(name = "list_routines", description = "Lists the user's routines.")
  SomeRoutines listRoutines(ToolContext context) {
    return new SomeRoutines(mine(ToolScope.of(context)).stream().map(RoutineTools::line).toList());
  }

  @Tool(
      name = "complete_routine_step",
      description =
          "Marks a step of a routine as done today. Without words the next step of today's routine.")
  RoutineLine completeRoutineStep(
      @ToolParam(required = false, description = "Words of the routine's name.")
          @Nullable String routine,
      @ToolParam(required = false, description = "Words of the step.") @Nullable String step,
      ToolContext context) {
    ToolScope scope = ToolScope.of(context);
    List<RoutineView> meant = meant(mine(scope), routine);
    for (RoutineView each : meant) {
      Optional<StepView> found = step(each, step);
      if (found.isPresent()) {
        return line(routines.complete(scope.userId(), each.id(), found.get().id()));
      }
    }
    throw new NoSuchRoutine();
  }

  private List<RoutineView> mine(ToolScope scope) {
    return routines.page(scope.userId(), null, MOST);
  }

  /** The one with these words, else today's before the others. */
  private static List<RoutineView> meant(List<RoutineView> all, @Nullable String words) {
    if (words != null && !words.isBlank()) {
      return BestMatch.of(words, all, RoutineView::name).stream().toList();
    }
    List<RoutineView> open = all.stream().filter(each -> !each.doneToday()).toList();
    List<RoutineView> today = open.stream().filter(RoutineView::today).toList();
    return today.isEmpty() ? open : today;
  }

  private static Optional<StepView> step(RoutineView routine, @Nullable String words) {
    return words == null || words.isBlank()
        ? routine.steps().stream().filter(step -> !step.doneToday()).findFirst()
        : BestMatch.of(words, routine.steps(), StepView::title);
  }

  private static String clean(String field, String text) {
    String clean = text.replace("\0", "").strip();
    if (clean.isEmpty()) {
      throw new InvalidField(field, "must not be blank");
    }
    return clean.substring(0, Math.min(clean.length(), LONGEST));
  }

  private static RoutineLine line(RoutineView routine) {
    return new RoutineLine(
        routine.name(),
        routine.days().stream().map(Enum::name).toList(),
        routine.time() == null ? null : routine.time().toString(),
        routine.steps().stream().map(step -> new StepLine(step.title(), step.doneToday())).toList(),
        routine.strength(),
        routine.today());
  }
}
