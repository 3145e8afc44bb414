package app.tdah.chat.task;

import app.tdah.chat.language.Energy;
import app.tdah.chat.language.Priority;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All that can change of a task, as the operation log keeps it to bring it back. */
record TaskState(
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
    String position,
    @Nullable LocalDate notBefore,
    int postponements,
    @Nullable Instant completedAt,
    Instant createdAt,
    long version) {

  static TaskState of(Task task) {
    return edited(
        task,
        new TaskPatch.Editable(task.details(), task.status()),
        task.parentId(),
        task.position());
  }

  /** A task as it would be with other values. */
  static TaskState edited(
      Task task, TaskPatch.Editable edited, @Nullable UUID parentId, String position) {
    TaskDetails details = edited.details();
    return new TaskState(
        details.title(),
        details.notes(),
        List.copyOf(details.tags()),
        details.context(),
        details.project(),
        details.priority(),
        details.energy(),
        details.estimateMinutes(),
        details.startAt(),
        details.dueAt(),
        details.dueDate(),
        details.recurrence(),
        edited.status(),
        parentId,
        position,
        task.notBefore(),
        task.postponements(),
        task.completedAt(),
        task.createdAt(),
        task.version());
  }

  TaskDetails details() {
    return new TaskDetails(
        title,
        notes,
        tags,
        context,
        project,
        priority,
        energy,
        estimateMinutes,
        startAt,
        dueAt,
        dueDate,
        recurrence);
  }
}
