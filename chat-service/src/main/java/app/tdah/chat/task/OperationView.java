package app.tdah.chat.task;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of tasks.
 *
 * @param undoes the operation that it undid, when it is an undoing
 * @param undoneBy null while it is in effect
 */
public record OperationView(
    UUID id,
    OperationKind kind,
    Instant at,
    @Nullable UUID undoes,
    @Nullable UUID undoneBy,
    List<TaskChange> changes) {

  /**
   * What happened to one task.
   *
   * @param before what changed, as it was; null when the task was not there
   * @param after the same as it became; null when the task was gone
   */
  public record TaskChange(
      UUID taskId,
      String title,
      @Nullable Map<String, @Nullable Object> before,
      @Nullable Map<String, @Nullable Object> after) {}
}
