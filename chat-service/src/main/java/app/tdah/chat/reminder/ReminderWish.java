package app.tdah.chat.reminder;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What shall be reminded of, and when.
 *
 * @param id made by the client, so that a repetition sets nothing new; null for a new one
 * @param taskId the user's task that it belongs to and ends with
 * @param dueAt null when it counts from the task
 * @param offsetMinutes how long before the task is due; null when {@code dueAt} is set
 * @param recurrence RRULE without prefix
 * @param channels empty leaves it to the user's settings
 */
record ReminderWish(
    @Nullable UUID id,
    String text,
    @Nullable UUID taskId,
    @Nullable Instant dueAt,
    @Nullable Integer offsetMinutes,
    @Nullable String recurrence,
    List<ReminderChannel> channels) {}
