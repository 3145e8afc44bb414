package app.tdah.chat.routine;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a user decides about a routine.
 *
 * @param days at least one
 * @param time null at no certain time
 * @param remind whether to tell them at the time
 */
public record RoutinePlan(
    String name,
    Set<Weekday> days,
    @Nullable LocalTime time,
    boolean remind,
    List<PlannedStep> steps) {

  /**
   * A step.
   *
   * @param id of a step that is there already; null for a new one
   */
  public record PlannedStep(@Nullable UUID id, String title, @Nullable Integer minutes) {}

  boolean isOn(LocalDate day) {
    return days.contains(Weekday.of(day));
  }

  /** Whether the user is told the same at the same moments. */
  boolean isToldAsIn(RoutinePlan other) {
    return name.equals(other.name)
        && days.equals(other.days)
        && remind == other.remind
        && Objects.equals(time, other.time);
  }

  /** When it is next; null when there is nothing to tell. */
  @Nullable ZonedDateTime nextAfter(ZonedDateTime now) {
    if (time == null || !remind) {
      return null;
    }
    for (LocalDate day = now.toLocalDate(); ; day = day.plusDays(1)) {
      ZonedDateTime moment = day.atTime(time).atZone(now.getZone());
      if (isOn(day) && moment.isAfter(now)) {
        return moment;
      }
    }
  }

  /** As a recurrence rule. */
  String rule() {
    return "FREQ=WEEKLY;BYDAY=" + Weekday.joined(days);
  }
}
