package app.tdah.chat.task;

import java.util.List;
import java.util.UUID;

/**
 * What was undone.
 *
 * @param operation the one that is not in effect any more
 * @param undoneBy the undoing itself; to undo it is to redo the operation
 * @param tasks as they are now
 * @param removed tasks that are gone, because they were made by the operation
 */
public record Undone(
    OperationView operation, UUID undoneBy, List<TaskView> tasks, List<UUID> removed) {}
