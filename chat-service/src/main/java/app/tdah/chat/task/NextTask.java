package app.tdah.chat.task;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one task to show now.
 *
 * @param task null when nothing waits
 * @param why one line in the user's language; null without a task
 * @param likelyMinutes how long it will take this user; null without an estimate
 * @param score the sum of its parts; null without a task
 */
public record NextTask(
    @Nullable TaskView task,
    @Nullable String why,
    @Nullable Integer likelyMinutes,
    @Nullable Double score,
    List<ScorePart> scoreParts) {

  /** Nothing to show. */
  public static final NextTask NONE = new NextTask(null, null, null, null, List.of());

  /**
   * What a circumstance adds to the score, or takes from it.
   *
   * @param name {@code started, urgency, planned, priority, energy, fit} or {@code carried}
   */
  public record ScorePart(String name, double points) {}
}
