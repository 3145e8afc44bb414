package app.tdah.chat.task;

import app.tdah.defaults.web.FieldProblem;
import app.tdah.defaults.web.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes in what devices wrote while they were offline; each write counts once. */
@Service
@Transactional
class SyncTasks {

  private static final int SHOWN_CONFLICTS = 200;

  private final MergeWrite merge;
  private final OfflineWrites writes;
  private final TaskConflicts conflicts;
  private final TaskRepository tasks;
  private final TaskViews views;
  private final TaskLog log;
  private final TaskHistoryProperties history;
  private final Clock clock;

  SyncTasks(
      MergeWrite merge,
      OfflineWrites writes,
      TaskConflicts conflicts,
      TaskRepository tasks,
      TaskViews views,
      TaskLog log,
      TaskHistoryProperties history,
      Clock clock) {
    this.merge = merge;
    this.writes = writes;
    this.conflicts = conflicts;
    this.tasks = tasks;
    this.views = views;
    this.log = log;
    this.history = history;
    this.clock = clock;
  }

  /** Merges writes in the order of their clocks; a refused one does not hold up the others. */
  SyncResult sync(UUID userId, List<OfflineWrite> sent) {
    log.lock(userId);
    Instant now = clock.instant();
    List<UUID> applied = new ArrayList<>();
    List<SyncResult.Rejected> rejected = new ArrayList<>();
    sent.stream()
        .map(write -> write.clamped(now, now.plus(history.clockSkew())))
        .sorted(Comparator.comparing(OfflineWrite::at))
        .forEach(write -> take(userId, write, applied, rejected));
    return result(userId, sent, applied, rejected);
  }

  private void take(
      UUID userId, OfflineWrite write, List<UUID> applied, List<SyncResult.Rejected> rejected) {
    try {
      if (!writes.isKnown(userId, write.id())) {
        merge.merge(userId, write);
        writes.add(userId, write);
      }
      applied.add(write.id());
    } catch (ProblemException refused) {
      rejected.add(
          new SyncResult.Rejected(
              write.id(),
              write.taskId(),
              refused.code(),
              refused.fieldErrors().stream().map(FieldProblem::field).findFirst().orElse(null),
              refused.fieldErrors().stream()
                  .map(FieldProblem::message)
                  .findFirst()
                  .orElse(String.valueOf(refused.getMessage()))));
    }
  }

  private SyncResult result(
      UUID userId,
      List<OfflineWrite> sent,
      List<UUID> applied,
      List<SyncResult.Rejected> rejected) {
    List<UUID> ids = sent.stream().map(OfflineWrite::taskId).distinct().toList();
    List<Task> there = tasks.findByUserIdAndIdIn(userId, ids);
    List<UUID> gone = new ArrayList<>(ids);
    gone.removeAll(there.stream().map(Task::getId).toList());
    return new SyncResult(
        applied,
        rejected,
        conflicts.of(userId, ids, SHOWN_CONFLICTS),
        views.of(userId, there),
        gone,
        HybridClock.at(clock.instant(), HybridClock.SERVER).toString());
  }
}
