package app.tdah.chat.routine;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A routine as the API shows it.
 *
 * @param time as the user's clock shows it; null at no certain time
 * @param remind whether the user is told at the time
 * @param strength from 0 to 1; falls gently, never to nothing at once
 * @param today whether it is meant for today
 * @param doneToday whether all steps were done today
 */
public record RoutineView(
    UUID id,
    String name,
    List<Weekday> days,
    @JsonFormat(pattern = "HH:mm") @Nullable LocalTime time,
    boolean remind,
    List<StepView> steps,
    double strength,
    boolean today,
    boolean doneToday,
    long version,
    Instant createdAt,
    Instant updatedAt) {

  /** A step, and whether it was done today. */
  public record StepView(UUID id, String title, @Nullable Integer minutes, boolean doneToday) {}

  static RoutineView from(
      Routine routine,
      Set<UUID> done,
      Map<LocalDate, Double> shares,
      LocalDate from,
      LocalDate day) {
    RoutinePlan plan = routine.plan();
    List<StepView> steps = plan.steps().stream().map(step -> step(step, done)).toList();
    return new RoutineView(
        routine.id(),
        plan.name(),
        plan.days().stream().sorted().toList(),
        plan.time(),
        plan.remind(),
        steps,
        HabitStrength.of(plan, shares, from, day),
        plan.isOn(day),
        steps.stream().allMatch(StepView::doneToday),
        routine.version(),
        routine.createdAt(),
        routine.updatedAt());
  }

  private static StepView step(RoutinePlan.PlannedStep step, Set<UUID> done) {
    UUID id = step.id();
    if (id == null) {
      throw new IllegalStateException("a kept step has an id");
    }
    return new StepView(id, step.title(), step.minutes(), done.contains(id));
  }
}
