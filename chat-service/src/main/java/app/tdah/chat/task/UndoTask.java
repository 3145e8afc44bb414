package app.tdah.chat.task;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes back what was done to tasks; that is an operation too, which can be taken back. */
@Service
@Transactional
public class UndoTask {

  private final TakeBack takeBack;
  private final TaskLog log;
  private final TaskJournal journal;
  private final Operations operations;
  private final TaskHistoryProperties history;
  private final Clock clock;

  UndoTask(
      TakeBack takeBack,
      TaskLog log,
      TaskJournal journal,
      Operations operations,
      TaskHistoryProperties history,
      Clock clock) {
    this.takeBack = takeBack;
    this.log = log;
    this.journal = journal;
    this.operations = operations;
    this.history = history;
    this.clock = clock;
  }

  /**
   * Undoes an operation.
   *
   * @param operationId null for the user's newest one that is in effect; asked again and again, it
   *     goes back step by step
   */
  public Undone undo(UUID userId, @Nullable UUID operationId) {
    log.lock(userId);
    TaskLog.Entry undone = chosen(userId, operationId);
    TaskOperation undoing = TaskOperation.undoing(undone);
    List<TaskLog.Change> changes = log.changes(List.of(undone.id()));
    changes.forEach(change -> takeBack.from(undoing, change));
    List<TaskView> shown = journal.commit(undoing);
    mark(undone, undoing.id());
    return new Undone(
        operations.shown(log.find(userId, undone.id(), Instant.EPOCH).orElseThrow()),
        undoing.id(),
        shown,
        BulkChange.removed(undoing));
  }

  private TaskLog.Entry chosen(UUID userId, @Nullable UUID operationId) {
    Instant since = clock.instant().minus(history.undoable());
    if (operationId == null) {
      return log.newest(userId, since).orElseThrow(NothingToUndo::atAll);
    }
    TaskLog.Entry named =
        log.find(userId, operationId, since).orElseThrow(() -> NothingToUndo.named(operationId));
    if (named.undoneBy() != null) {
      throw NothingToUndo.already(operationId);
    }
    return named;
  }

  /** What the undone one had undone is in effect again, and so on along the chain. */
  private void mark(TaskLog.Entry undone, UUID by) {
    log.undone(undone.id(), by);
    boolean effective = false;
    TaskLog.Entry entry = undone;
    while (entry != null && entry.undoes() != null) {
      log.undone(entry.undoes(), effective ? entry.id() : null);
      effective = !effective;
      entry = log.find(undone.userId(), entry.undoes(), Instant.EPOCH).orElse(null);
    }
  }
}
