package app.tdah.chat.focus;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Within the transaction in which it happens: a session is over.
 *
 * @param taskId what it was for, if it was for a task
 * @param minutes really worked, pauses left out
 */
public record FocusEnded(UUID userId, @Nullable UUID taskId, int minutes) {}
