package app.tdah.chat.focus;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** Time set aside for one thing. Moments are the server's. */
@Entity
@Table(name = "focus_sessions")
class FocusSession implements Persistable<UUID> {

  @Id private UUID id;

  @Column(nullable = false, updatable = false)
  private UUID userId;

  private @Nullable UUID taskId;

  @Enumerated(EnumType.STRING)
  private FocusMode mode;

  private int plannedMinutes;

  @Enumerated(EnumType.STRING)
  private CheckInBy checkInBy;

  @Enumerated(EnumType.STRING)
  private FocusStatus status;

  private Instant startedAt;
  private @Nullable Instant endsAt;
  private @Nullable Instant pausedAt;
  private long pausedSeconds;
  private @Nullable Instant endedAt;
  private @Nullable Integer actualMinutes;
  @Version private @Nullable Long version;

  @SuppressWarnings("NullAway")
  protected FocusSession() {}

  FocusSession(UUID id, UUID userId, FocusPlan plan, Instant now) {
    this.id = id;
    this.userId = userId;
    this.taskId = plan.taskId();
    this.mode = plan.mode();
    this.plannedMinutes = plan.minutes();
    this.checkInBy = plan.checkInBy();
    this.status = FocusStatus.RUNNING;
    this.startedAt = now;
    this.endsAt = mode.endsByItself() ? plannedEnd() : null;
  }

  private Instant plannedEnd() {
    return startedAt.plusSeconds(pausedSeconds).plus(Duration.ofMinutes(plannedMinutes));
  }

  /** When to look up: halfway, or, where nothing ends by itself, when the plan is used up. */
  Instant middle() {
    return startedAt
        .plusSeconds(pausedSeconds)
        .plus(Duration.ofMinutes(plannedMinutes).dividedBy(mode.endsByItself() ? 2 : 1));
  }

  void extend(int minutes) {
    requireOpen();
    plannedMinutes += minutes;
    endsAt = mode.endsByItself() ? plannedEnd() : null;
  }

  /** A second time changes nothing. */
  void pause(Instant now) {
    requireOpen();
    if (status == FocusStatus.RUNNING) {
      status = FocusStatus.PAUSED;
      pausedAt = now;
    }
  }

  /** The end moves by as long as it has paused. */
  void resume(Instant now) {
    requireOpen();
    if (pausedAt != null) {
      pausedSeconds += Duration.between(pausedAt, now).toSeconds();
      pausedAt = null;
      status = FocusStatus.RUNNING;
      endsAt = mode.endsByItself() ? plannedEnd() : null;
    }
  }

  /** Ends it; later than its end it has ended at its end. */
  void end(Instant now) {
    requireOpen();
    boolean used = status == FocusStatus.RUNNING && endsAt != null && !now.isBefore(endsAt);
    Instant until = used ? Objects.requireNonNull(endsAt) : pausedAt == null ? now : pausedAt;
    status = used ? FocusStatus.COMPLETED : FocusStatus.STOPPED;
    long worked = Duration.between(startedAt, until).toSeconds() - pausedSeconds;
    actualMinutes = (int) Math.max(0, Math.round(worked / 60.0));
    endedAt = until;
    pausedAt = null;
  }

  private void requireOpen() {
    if (!status.isOpen()) {
      throw FocusConflict.over();
    }
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

  @Nullable UUID taskId() {
    return taskId;
  }

  FocusMode mode() {
    return mode;
  }

  int plannedMinutes() {
    return plannedMinutes;
  }

  CheckInBy checkInBy() {
    return checkInBy;
  }

  FocusStatus status() {
    return status;
  }

  Instant startedAt() {
    return startedAt;
  }

  @Nullable Instant endsAt() {
    return endsAt;
  }

  @Nullable Instant endedAt() {
    return endedAt;
  }

  @Nullable Instant pausedAt() {
    return pausedAt;
  }

  @Nullable Integer actualMinutes() {
    return actualMinutes;
  }
}
