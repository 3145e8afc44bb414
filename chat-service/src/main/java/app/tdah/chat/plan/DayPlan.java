package app.tdah.chat.plan;

import app.tdah.chat.task.TaskView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A day: what the calendar takes, and a few blocks between.
 *
 * @param from when work begins
 * @param to when it ends
 * @param freeMinutes what is left of it beside calendar and blocks
 */
public record DayPlan(
    LocalDate date,
    Instant from,
    Instant to,
    List<Busy> busy,
    List<Block> blocks,
    int freeMinutes) {

  /**
   * Time for one task.
   *
   * @param accepted whether it is the task's start already, and no proposal any more
   * @param why one line in the user's language; null for accepted ones
   */
  public record Block(
      TaskView task,
      Instant startAt,
      Instant endAt,
      int minutes,
      boolean accepted,
      @Nullable String why) {}
}
