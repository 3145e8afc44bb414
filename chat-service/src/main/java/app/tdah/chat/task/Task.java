package app.tdah.chat.task;

import app.tdah.chat.language.Energy;
import app.tdah.chat.language.Priority;
import app.tdah.chat.language.QuickAddResult;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/**
 * Something to do. It owns its transitions; a recurring one moves on to its next day instead of
 * ending.
 */
@Entity
@Table(name = "tasks")
class Task implements Persistable<UUID> {

  @Id private UUID id;

  @Column(nullable = false, updatable = false)
  private UUID userId;

  @Embedded private TaskDetails details;

  @Enumerated(EnumType.STRING)
  private TaskStatus status;

  private @Nullable UUID parentId;
  private String position;
  private @Nullable LocalDate notBefore;
  private int postponements;
  @Version private @Nullable Long version;
  private Instant createdAt;
  private Instant updatedAt;
  private @Nullable Instant completedAt;

  @SuppressWarnings("NullAway")
  protected Task() {}

  Task(UUID id, UUID userId, TaskDetails details, @Nullable UUID parentId, Clock clock) {
    this.id = id;
    this.userId = userId;
    this.details = details;
    this.parentId = parentId;
    this.status = TaskStatus.OPEN;
    this.position = Positions.last();
    this.createdAt = now(clock);
    this.updatedAt = createdAt;
  }

  /** Comes back after it was deleted. */
  static Task restored(UUID id, UUID userId, TaskState state, Clock clock) {
    Task task = new Task(id, userId, state.details(), state.parentId(), clock);
    task.createdAt = state.createdAt();
    task.become(state, clock);
    return task;
  }

  /** Takes on a state that it had. */
  void become(TaskState state, Clock clock) {
    details = state.details();
    status = state.status();
    parentId = state.parentId();
    position = state.position();
    notBefore = state.notBefore();
    postponements = state.postponements();
    completedAt = state.completedAt();
    touch(clock);
  }

  static Task captured(UUID id, UUID userId, QuickAddResult captured, Clock clock) {
    return new Task(id, userId, TaskDetails.of(captured), null, clock);
  }

  /** Replaces what the user may edit. */
  void edit(TaskDetails edited, TaskStatus status, Clock clock) {
    this.details = edited;
    moveTo(status, clock);
  }

  /** Done; or, when it recurs, due again at its next moment. */
  void complete(@Nullable Occurrence next, Clock clock) {
    if (next == null) {
      moveTo(TaskStatus.DONE, clock);
    } else {
      details = details.due(next);
      postponements = 0;
      notBefore = null;
      moveTo(TaskStatus.OPEN, clock);
    }
  }

  /** Open, begun or dropped. */
  void become(TaskStatus next, Clock clock) {
    moveTo(next, clock);
  }

  /** Becomes a part of another task, or of none. */
  void under(@Nullable UUID parent, Clock clock) {
    parentId = parent;
    touch(clock);
  }

  /** Takes a place in the user's own order. */
  void placed(String place, Clock clock) {
    position = place;
    touch(clock);
  }

  /** Carries over: it is not offered again before the day, and nothing else happens. */
  void notBefore(LocalDate day, Clock clock) {
    notBefore = day;
    postponements++;
    touch(clock);
  }

  private void moveTo(TaskStatus next, Clock clock) {
    if (next == TaskStatus.DONE && status != TaskStatus.DONE) {
      completedAt = now(clock);
    } else if (next != TaskStatus.DONE) {
      completedAt = null;
    }
    status = next;
    touch(clock);
  }

  private void touch(Clock clock) {
    updatedAt = now(clock);
  }

  /** As the database keeps it, so that what was logged equals what is read again. */
  private static Instant now(Clock clock) {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  @Override
  public UUID getId() {
    return id;
  }

  @Override
  public boolean isNew() {
    return version == null;
  }

  UUID userId() {
    return userId;
  }

  TaskDetails details() {
    return details;
  }

  TaskStatus status() {
    return status;
  }

  @Nullable UUID parentId() {
    return parentId;
  }

  String position() {
    return position;
  }

  @Nullable LocalDate notBefore() {
    return notBefore;
  }

  int postponements() {
    return postponements;
  }

  long version() {
    return version == null ? 0 : version;
  }

  Instant createdAt() {
    return createdAt;
  }

  Instant updatedAt() {
    return updatedAt;
  }

  @Nullable Instant completedAt() {
    return completedAt;
  }

  Priority priority() {
    return details.priority();
  }

  Energy energy() {
    return details.energy();
  }
}
