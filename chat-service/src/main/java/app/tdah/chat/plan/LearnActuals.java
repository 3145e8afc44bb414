package app.tdah.chat.plan;

import app.tdah.chat.focus.FocusEnded;
import app.tdah.chat.task.DayTasks;
import app.tdah.chat.task.TaskProgress;
import app.tdah.chat.task.TaskStatus;
import app.tdah.chat.task.TaskView;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Learns what tasks take, in the transaction in which they end: from focus sessions where there
 * were any, else from the time between its start and its end.
 */
@Component
class LearnActuals {

  /** Who leaves a task open for longer was not working on it all the time. */
  private static final Duration LONGEST = Duration.ofHours(6);

  private static final Duration LATELY = Duration.ofHours(12);

  private final Actuals actuals;
  private final DayTasks tasks;
  private final Clock clock;

  LearnActuals(Actuals actuals, DayTasks tasks, Clock clock) {
    this.actuals = actuals;
    this.tasks = tasks;
    this.clock = clock;
  }

  @EventListener
  void on(FocusEnded ended) {
    UUID taskId = ended.taskId();
    if (taskId == null || ended.minutes() <= 0) {
      return;
    }
    Instant lately = clock.instant().minus(LATELY);
    if (!actuals.extend(taskId, ended.minutes(), lately)) {
      actuals.focused(ended.userId(), taskId, ended.minutes());
      tasks
          .find(ended.userId(), taskId)
          .filter(task -> task.status() == TaskStatus.DONE)
          .ifPresent(task -> learn(ended.userId(), task));
    }
  }

  @EventListener
  void on(TaskProgress progress) {
    TaskView task = progress.task();
    if (progress.completed()) {
      learn(progress.userId(), task);
    } else if (task.status() == TaskStatus.DOING) {
      actuals.begun(progress.userId(), task.id(), clock.instant());
    } else {
      actuals.paused(task.id());
    }
  }

  private void learn(UUID userId, TaskView task) {
    Actuals.Work work = actuals.take(task.id()).orElse(null);
    Integer estimate = task.estimateMinutes();
    if (work == null || estimate == null) {
      return;
    }
    long minutes = work.focusMinutes() > 0 ? work.focusMinutes() : elapsed(work.startedAt());
    if (minutes >= 1) {
      actuals.add(userId, task, estimate, (int) minutes, clock.instant());
    }
  }

  private long elapsed(@Nullable Instant startedAt) {
    if (startedAt == null) {
      return 0;
    }
    Duration elapsed = Duration.between(startedAt, clock.instant());
    return elapsed.compareTo(LONGEST) > 0 ? 0 : elapsed.plusSeconds(30).toMinutes();
  }
}
