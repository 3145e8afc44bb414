package app.tdah.chat.task;

import app.tdah.chat.language.Energy;
import app.tdah.chat.language.Priority;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task as the API and the assistant's tools show it; a moment sets {@code dueAt}, a day alone
 * {@code dueDate}.
 *
 * @param position place in the user's own order, by the order of characters
 * @param carriedOver how many days it has been carried over from the day it was meant for; 0 when
 *     that day is not over or the task has ended
 * @param openSubtasks how many of its own parts are still to be done
 */
public record TaskView(
    UUID id,
    String title,
    @Nullable String notes,
    List<String> tags,
    @Nullable String context,
    @Nullable String project,
    Priority priority,
    Energy energy,
    @Nullable Integer estimateMinutes,
    @Nullable Instant startAt,
    @Nullable Instant dueAt,
    @Nullable LocalDate dueDate,
    @Nullable String recurrence,
    TaskStatus status,
    @Nullable UUID parentId,
    long version,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant completedAt,
    String position,
    int carriedOver,
    int openSubtasks) {

  static TaskView from(Task task, ZonedDateTime now, int openSubtasks) {
    TaskDetails details = task.details();
    return new TaskView(
        task.getId(),
        details.title(),
        details.notes(),
        details.tags(),
        details.context(),
        details.project(),
        details.priority(),
        details.energy(),
        details.estimateMinutes(),
        details.startAt(),
        details.dueAt(),
        details.dueDate(),
        details.recurrence(),
        task.status(),
        task.parentId(),
        task.version(),
        task.createdAt(),
        task.updatedAt(),
        task.completedAt(),
        task.position(),
        carriedOver(task, now),
        openSubtasks);
  }

  private static int carriedOver(Task task, ZonedDateTime now) {
    LocalDate due = task.details().dueDay(now.getZone());
    LocalDate day = due == null ? task.notBefore() : due;
    return day == null || !task.status().isActive()
        ? 0
        : Math.clamp(ChronoUnit.DAYS.between(day, now.toLocalDate()), 0, Integer.MAX_VALUE);
  }
}
