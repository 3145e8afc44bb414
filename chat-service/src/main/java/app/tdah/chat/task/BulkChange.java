package app.tdah.chat.task;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one change of several tasks did.
 *
 * @param operationId to undo it all; null when nothing was to be changed
 * @param tasks those that changed, parts included
 * @param removed those that are gone
 */
record BulkChange(@Nullable UUID operationId, List<TaskView> tasks, List<UUID> removed) {

  static BulkChange of(TaskOperation operation, List<TaskView> shown) {
    return new BulkChange(
        operation.touched().isEmpty() ? null : operation.id(), shown, removed(operation));
  }

  static List<UUID> removed(TaskOperation operation) {
    return operation.touched().stream()
        .filter(touched -> touched.effect() == TaskOperation.Effect.REMOVED)
        .map(touched -> touched.task().getId())
        .toList();
  }
}
