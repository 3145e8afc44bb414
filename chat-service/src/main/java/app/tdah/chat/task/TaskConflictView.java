package app.tdah.chat.task;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Two values for one field of a task, written without knowing of each other.
 *
 * @param field as tasks name it; {@code due} for its moment or day
 * @param kept what the task has, or had when they clashed, as a patch would set it
 * @param other what it does not have
 */
record TaskConflictView(
    UUID id,
    UUID taskId,
    String field,
    Map<String, @Nullable Object> kept,
    Map<String, @Nullable Object> other,
    Instant createdAt) {}
