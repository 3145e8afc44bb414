package app.tdah.chat.task;

import app.tdah.chat.language.Energy;
import app.tdah.chat.language.Priority;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task as the API and the assistant's tools show it; a moment sets {@code dueAt}, a day alone
 * {@code dueDate}.
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
    Instant updatedAt) {

  static TaskView from(Task task) {
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
        task.updatedAt());
  }
}
