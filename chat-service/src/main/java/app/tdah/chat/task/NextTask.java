package app.tdah.chat.task;

import org.jspecify.annotations.Nullable;

/**
 * The one task to show now.
 *
 * @param task null when nothing waits
 * @param why one line in the user's language; null without a task
 */
public record NextTask(@Nullable TaskView task, @Nullable String why) {}
