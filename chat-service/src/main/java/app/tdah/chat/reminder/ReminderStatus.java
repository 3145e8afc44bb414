package app.tdah.chat.reminder;

/** Where a reminder stands. */
public enum ReminderStatus {
  PENDING,
  FIRED,
  DONE,
  SKIPPED,
  CANCELLED
}
