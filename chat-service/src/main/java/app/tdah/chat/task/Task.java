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
    this.createdAt = clock.instant();
    this.updatedAt = createdAt;
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

  void reopen(Clock clock) {
    moveTo(TaskStatus.OPEN, clock);
  }

  /** Carries over: it is not offered again before the day, and nothing else happens. */
  void notBefore(LocalDate day, Clock clock) {
    notBefore = day;
    postponements++;
    touch(clock);
  }

  private void moveTo(TaskStatus next, Clock clock) {
    if (next == TaskStatus.DONE && status != TaskStatus.DONE) {
      completedAt = clock.instant();
    } else if (next != TaskStatus.DONE) {
      completedAt = null;
    }
    status = next;
    touch(clock);
  }

  private void touch(Clock clock) {
    updatedAt = clock.instant();
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

  Priority priority() {
    return details.priority();
  }

  Energy energy() {
    return details.energy();
  }
}
