package app.tdah.chat.task;

import java.util.UUID;

/** Within the transaction in which it happens: a task that had ended needs attention again. */
public record TaskResumed(UUID userId, UUID taskId) {}
