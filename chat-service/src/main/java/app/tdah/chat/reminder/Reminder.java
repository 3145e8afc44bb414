package app.tdah.chat.reminder;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** Something to be told at a moment. */
@Entity
@Table(name = "reminders")
class Reminder implements Persistable<UUID> {

  @Id private UUID id;

  @Column(nullable = false, updatable = false)
  private UUID userId;

  private String text;
  private @Nullable UUID taskId;
  private Instant dueAt;
  private @Nullable String recurrence;

  @Enumerated(EnumType.STRING)
  private ReminderStatus status;

  private @Nullable LocalDateTime firstAt;
  private @Nullable Instant firedAt;
  private @Nullable Integer offsetMinutes;
  private @Nullable String channels;
  private boolean endedWithTask;
  private Instant createdAt;
  @Version private @Nullable Long version;

  @SuppressWarnings("NullAway")
  protected Reminder() {}

  Reminder(
      UUID id,
      UUID userId,
      String text,
      @Nullable UUID taskId,
      Instant dueAt,
      @Nullable String recurrence,
      LocalDateTime firstAt,
      Clock clock) {
    this.id = id;
    this.userId = userId;
    this.text = text;
    this.taskId = taskId;
    this.dueAt = dueAt;
    this.recurrence = recurrence;
    this.firstAt = firstAt;
    this.status = ReminderStatus.PENDING;
    this.createdAt = clock.instant();
  }

  /** Whether it is still to be told at this moment. */
  boolean isDueAt(Instant moment) {
    return status == ReminderStatus.PENDING && dueAt.equals(moment);
  }

  /** Told; a recurring one waits for its next moment. */
  void fire(@Nullable Instant next, Clock clock) {
    firedAt = clock.instant();
    if (next == null) {
      status = ReminderStatus.FIRED;
    } else {
      dueAt = next;
    }
  }

  void moveTo(Instant moment) {
    dueAt = moment;
    status = ReminderStatus.PENDING;
    endedWithTask = false;
  }

  /** A new beginning: the series, where there is one, counts from here. */
  void restart(Instant moment, @Nullable String rule, LocalDateTime first) {
    moveTo(moment);
    recurrence = rule;
    firstAt = first;
    offsetMinutes = null;
  }

  void say(String words) {
    text = words;
  }

  /** As names with commas; empty leaves it to the user's settings. */
  void by(String wanted) {
    channels = wanted.isEmpty() ? null : wanted;
  }

  /** Tied to the moment its task is due. */
  void before(int minutes) {
    offsetMinutes = minutes;
  }

  /** Needs no more attention; the next moment of a series is waited for all the same. */
  void settle(ReminderStatus how, @Nullable Instant next) {
    if (next == null) {
      status = how;
    } else {
      moveTo(next);
    }
  }

  void cancel() {
    endedWithTask = false;
    if (status == ReminderStatus.PENDING) {
      status = ReminderStatus.CANCELLED;
    }
  }

  /** Not wanted while its task is done, dropped or deleted. */
  void endWithTask() {
    if (status == ReminderStatus.PENDING) {
      status = ReminderStatus.CANCELLED;
      endedWithTask = true;
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

  String text() {
    return text;
  }

  @Nullable UUID taskId() {
    return taskId;
  }

  Instant dueAt() {
    return dueAt;
  }

  @Nullable String recurrence() {
    return recurrence;
  }

  /**
   * What the user's clock showed when the series began: neither a snooze nor a change of the clocks
   * moves it. Null for reminders from before it was kept.
   */
  @Nullable LocalDateTime firstAt() {
    return firstAt;
  }

  @Nullable Instant firedAt() {
    return firedAt;
  }

  @Nullable Integer offsetMinutes() {
    return offsetMinutes;
  }

  @Nullable String channels() {
    return channels;
  }

  ReminderStatus status() {
    return status;
  }
}
