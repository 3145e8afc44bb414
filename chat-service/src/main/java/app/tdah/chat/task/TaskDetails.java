package app.tdah.chat.task;

import app.tdah.chat.language.Energy;
import app.tdah.chat.language.Priority;
import app.tdah.chat.language.QuickAddResult;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a user may edit of a task.
 *
 * @param estimateMinutes how long it may take
 * @param dueAt the moment it is due; null when it is due on a day or never
 * @param recurrence RRULE (RFC 5545) without its prefix
 */
@Embeddable
record TaskDetails(
    String title,
    @Nullable String notes,
    List<String> tags,
    @Nullable String context,
    @Nullable String project,
    @Enumerated(EnumType.STRING) Priority priority,
    @Enumerated(EnumType.STRING) Energy energy,
    @Nullable Integer estimateMinutes,
    @Nullable Instant startAt,
    @Nullable Instant dueAt,
    @Nullable LocalDate dueDate,
    @Nullable String recurrence) {

  /** Moments as the database keeps them. */
  TaskDetails {
    startAt = startAt == null ? null : startAt.truncatedTo(ChronoUnit.MICROS);
    dueAt = dueAt == null ? null : dueAt.truncatedTo(ChronoUnit.MICROS);
  }

  static TaskDetails of(QuickAddResult captured) {
    return new TaskDetails(
        captured.title(),
        null,
        captured.tags(),
        captured.context(),
        captured.project(),
        captured.priority(),
        captured.energy(),
        captured.estimateMinutes(),
        captured.startAt(),
        captured.dueAt(),
        captured.dueDate(),
        captured.recurrence());
  }

  /** The day it is meant for, in the user's zone. */
  @Nullable LocalDate dueDay(ZoneId zone) {
    return dueAt == null ? dueDate : LocalDate.ofInstant(dueAt, zone);
  }

  TaskDetails due(Occurrence next) {
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
        next.at(),
        next.on(),
        recurrence);
  }
}
