package app.tdah.chat.assistant.tools;

import app.tdah.chat.calendar.CalendarItem;
import app.tdah.chat.reminder.ReminderView;
import app.tdah.chat.task.TaskView;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What tools say: short, with times as the user's clock shows them. */
public final class ToolResults {

  private ToolResults() {}

  /**
   * A task.
   *
   * @param dueAt when it is due, or null; {@code dueDate} then says the day, if there is one
   */
  public record TaskLine(
      UUID id,
      String title,
      @Nullable LocalDateTime dueAt,
      @Nullable LocalDate dueDate,
      @Nullable Integer estimateMinutes,
      @Nullable String recurrence,
      String status) {}

  /** One task, or none; {@code why} tells why this one. */
  public record OneTask(@Nullable TaskLine task, @Nullable String why) {}

  /** Open tasks. */
  public record SomeTasks(List<TaskLine> tasks) {}

  /**
   * A change that was taken back.
   *
   * @param operation what had been done, such as {@code COMPLETED}
   * @param titles of the tasks that it was done to
   * @param tasks as they are now; a task that had just been made is gone
   */
  public record UndoneChange(String operation, List<String> titles, List<TaskLine> tasks) {}

  /** A reminder and the task that was made with it. */
  public record ReminderLine(
      UUID id,
      @Nullable UUID taskId,
      String text,
      LocalDateTime dueAt,
      @Nullable String recurrence) {}

  /** Pending reminders, in order of time. */
  public record SomeReminders(List<ReminderLine> reminders) {}

  /** An event of a connected calendar; {@code at} is null for a whole day. */
  public record EventLine(
      String title,
      @Nullable LocalDateTime at,
      @Nullable LocalDateTime until,
      @Nullable String location) {}

  /** What a day holds. */
  public record Day(
      LocalDate date, List<EventLine> events, List<TaskLine> tasks, List<ReminderLine> reminders) {}

  /** Days in order. */
  public record Agenda(List<Day> days) {}

  static TaskLine line(TaskView task, ToolScope scope) {
    return new TaskLine(
        task.id(),
        task.title(),
        local(task.dueAt(), scope),
        task.dueDate(),
        task.estimateMinutes(),
        task.recurrence(),
        task.status().name());
  }

  static ReminderLine line(ReminderView reminder, ToolScope scope) {
    return new ReminderLine(
        reminder.id(),
        reminder.taskId(),
        reminder.text(),
        LocalDateTime.ofInstant(reminder.dueAt(), zone(scope)),
        reminder.recurrence());
  }

  static EventLine line(CalendarItem item, ToolScope scope) {
    return new EventLine(
        item.title(), local(item.startAt(), scope), local(item.endAt(), scope), item.location());
  }

  private static @Nullable LocalDateTime local(@Nullable Instant moment, ToolScope scope) {
    return moment == null ? null : LocalDateTime.ofInstant(moment, zone(scope));
  }

  private static ZoneId zone(ToolScope scope) {
    return scope.now().getZone();
  }
}
