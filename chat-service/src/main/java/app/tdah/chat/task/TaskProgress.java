package app.tdah.chat.task;

import java.util.UUID;

/**
 * Within the transaction in which it happens: a task was captured or changed.
 *
 * @param task as it is now
 * @param completed whether it was just done; a recurring one is open again already
 */
public record TaskProgress(UUID userId, TaskView task, boolean completed) {}
