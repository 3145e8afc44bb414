package app.tdah.chat.task;

import java.util.UUID;

/**
 * Within the transaction in which it happens: a task needs no more attention (done, dropped or
 * deleted).
 */
public record TaskEnded(UUID userId, UUID taskId) {}
