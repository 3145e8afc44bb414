package app.tdah.chat.reminder;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reminder as the API and the assistant's tools show it.
 *
 * @param recurrence an RRULE without prefix
 * @param offsetMinutes how long before its task is due; null when the moment is its own
 * @param channels what the user asked for; empty leaves it to their notification settings
 * @param firedAt when it was last told
 */
public record ReminderView(
    UUID id,
    String text,
    @Nullable UUID taskId,
    Instant dueAt,
    @Nullable String recurrence,
    ReminderStatus status,
    @Nullable Integer offsetMinutes,
    List<ReminderChannel> channels,
    @Nullable Instant firedAt) {

  static ReminderView from(Reminder reminder) {
    return new ReminderView(
        reminder.getId(),
        reminder.text(),
        reminder.taskId(),
        reminder.dueAt(),
        reminder.recurrence(),
        reminder.status(),
        reminder.offsetMinutes(),
        ReminderChannel.split(reminder.channels()),
        reminder.firedAt());
  }
}
