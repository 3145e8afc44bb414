package app.tdah.chat.task;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of offline writes.
 *
 * @param applied those that count now, or counted before; whoever sent them may forget them
 * @param rejected those that can never count
 * @param conflicts of the tasks that were written to, which wait for the user
 * @param tasks as they are now
 * @param removed tasks that are gone
 * @param clock our reading, which the device's clock must not fall behind
 */
record SyncResult(
    List<UUID> applied,
    List<Rejected> rejected,
    List<TaskConflictView> conflicts,
    List<TaskView> tasks,
    List<UUID> removed,
    String clock) {

  /**
   * A write that was refused.
   *
   * @param field of the write's fields that is wrong; null when it is none of them
   */
  record Rejected(UUID id, UUID taskId, String code, @Nullable String field, String detail) {}
}
