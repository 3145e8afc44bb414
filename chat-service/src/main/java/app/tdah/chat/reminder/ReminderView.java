package app.tdah.chat.reminder;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reminder as the API and the assistant's tools show it; {@code recurrence} is an RRULE without
 * prefix.
 */
public record ReminderView(
    UUID id,
    String text,
    @Nullable UUID taskId,
    Instant dueAt,
    @Nullable String recurrence,
    ReminderStatus status) {

  static ReminderView from(Reminder reminder) {
    return new ReminderView(
        reminder.getId(),
        reminder.text(),
        reminder.taskId(),
        reminder.dueAt(),
        reminder.recurrence(),
        reminder.status());
  }
}
