package app.tdah.chat.assistant.tools;

import app.tdah.chat.calendar.Calendar;
import app.tdah.chat.reminder.Reminders;
import app.tdah.chat.task.TaskView;
import app.tdah.chat.task.Tasks;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.model.ToolContext;
import org.springframework.ai.tool.annotation.Tool;
import org.springframework.ai.tool.annotation.ToolParam;
import org.springframework.stereotype.Component;

@Component
class CalendarTools {

  private static final int MAX_DAYS = 14;
  private static final int SEARCHED = 500;

  private final Calendar calendar;
  private final Tasks tasks;
  private final Reminders reminders;

  CalendarTools(Calendar calendar, Tasks tasks, Reminders reminders) {
    this.calendar = calendar;
    this.tasks = tasks;
    this.reminders = reminders;
  }

  @Tool(
      name = "calendar_events",
      description =
          "What days hold: events of the user's connected calendars, tasks that are due, reminders.")
  ToolResults.Agenda calendarEvents(
      @ToolParam(description = "The first day, such as 2026-11-24.") LocalDate from,
      @ToolParam(required = false, description = "The last day; the same when it is left out.")
          @Nullable LocalDate to,
      ToolContext context) {
    ToolScope scope = ToolScope.of(context);
    LocalDate last = to == null || to.isBefore(from) ? from : to;
    List<TaskView> open = tasks.active(scope.userId(), SEARCHED);
    return new ToolResults.Agenda(
        from.datesUntil(last.plusDays(1))
            .limit(MAX_DAYS)
            .map(day -> day(day, open, scope))
            .toList());
  }

  private ToolResults.Day day(LocalDate day, List<TaskView> open, ToolScope scope) {
    ZoneId zone = scope.now().getZone();
    List<TaskView> due = open.stream().filter(task -> day.equals(dueDay(task, zone))).toList();
    Set<Object> listed = due.stream().map(TaskView::id).collect(Collectors.toSet());
    return new ToolResults.Day(
        day,
        calendar.on(scope.userId(), day, zone).stream()
            .map(item -> ToolResults.line(item, scope))
            .toList(),
        due.stream()
            .map(task -> ToolResults.line(task, scope))
            .sorted(
                Comparator.comparing(
                    ToolResults.TaskLine::dueAt, Comparator.nullsFirst(Comparator.naturalOrder())))
            .toList(),
        reminders
            .between(
                scope.userId(),
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant())
            .stream()
            .filter(reminder -> !listed.contains(Objects.requireNonNullElse(reminder.taskId(), "")))
            .map(reminder -> ToolResults.line(reminder, scope))
            .toList());
  }

  private static @Nullable LocalDate dueDay(TaskView task, ZoneId zone) {
    return task.dueAt() == null ? task.dueDate() : LocalDate.ofInstant(task.dueAt(), zone);
  }
}
