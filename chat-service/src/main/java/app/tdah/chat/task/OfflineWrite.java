package app.tdah.chat.task;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a device wrote while nobody heard it.
 *
 * @param id of the write, made by the device
 * @param at the device's clock when it was written
 * @param baseVersion the task's version that the device knew; null when it knows of none
 * @param deletes whether the task was deleted
 * @param fields what was set, as in a patch
 */
record OfflineWrite(
    UUID id,
    UUID taskId,
    HybridClock at,
    @Nullable Long baseVersion,
    boolean deletes,
    ObjectNode fields) {

  /** With a clock that is believed. */
  OfflineWrite clamped(Instant now, Instant latest) {
    return new OfflineWrite(id, taskId, at.clamped(now, latest), baseVersion, deletes, fields);
  }
}
