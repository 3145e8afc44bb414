package app.tdah.chat.routine;

import app.tdah.chat.routine.RoutinePlan.PlannedStep;
import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A routine as a client asks for it.
 *
 * @param days every day when there are none
 * @param time such as {@code 07:30}; null at no certain time
 * @param remind yes when it is left out
 */
record NewRoutine(
    @Nullable UUID id,
    @NotBlank @Size(max = RoutinePatch.MAX_NAME) String name,
    @Nullable List<@NotNull Weekday> days,
    @JsonFormat(pattern = "HH:mm[:ss]") @Nullable LocalTime time,
    @Nullable Boolean remind,
    @NotNull @Size(min = 1, max = RoutinePatch.MAX_STEPS) List<@NotNull @Valid NewStep> steps) {

  /** A step; {@code minutes} is how long it takes. */
  record NewStep(
      @NotBlank @Size(max = RoutinePatch.MAX_NAME) String title,
      @Nullable @Min(1) @Max(RoutinePatch.MAX_MINUTES) Integer minutes) {}

  RoutinePlan plan() {
    Set<Weekday> chosen =
        days == null || days.isEmpty() ? EnumSet.allOf(Weekday.class) : EnumSet.copyOf(days);
    List<PlannedStep> planned =
        steps.stream()
            .map(step -> new PlannedStep(null, step.title().strip(), step.minutes()))
            .toList();
    return new RoutinePlan(
        name.strip(),
        chosen,
        time == null ? null : time.truncatedTo(ChronoUnit.MINUTES),
        remind == null || remind,
        planned);
  }
}
