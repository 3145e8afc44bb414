package app.tdah.chat.task;

import app.tdah.chat.language.Energy;
import app.tdah.chat.language.Priority;
import app.tdah.defaults.web.InvalidField;
import app.tdah.defaults.web.ProblemException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Merges one offline write: makes its task, changes it or deletes it. */
@Component
class MergeWrite {

  private static final TaskDetails BLANK =
      new TaskDetails(
          "",
          null,
          List.of(),
          null,
          null,
          Priority.NORMAL,
          Energy.MEDIUM,
          null,
          null,
          null,
          null,
          null);

  private final TaskRepository tasks;
  private final MergeFields fields;
  private final RestoreTask restore;
  private final TaskEdits edits;
  private final TaskTransitions transitions;
  private final FieldClocks clocks;
  private final TaskJournal journal;
  private final Clock clock;

  MergeWrite(
      TaskRepository tasks,
      MergeFields fields,
      RestoreTask restore,
      TaskEdits edits,
      TaskTransitions transitions,
      FieldClocks clocks,
      TaskJournal journal,
      Clock clock) {
    this.tasks = tasks;
    this.fields = fields;
    this.restore = restore;
    this.edits = edits;
    this.transitions = transitions;
    this.clocks = clocks;
    this.journal = journal;
    this.clock = clock;
  }

  void merge(UUID userId, OfflineWrite write) {
    write.fields().propertyNames().forEach(MergeWrite::requireKnown);
    Task task = tasks.findById(write.taskId()).orElse(null);
    if (task != null && !task.userId().equals(userId)) {
      throw new TaskNotFound(write.taskId());
    }
    if (task == null) {
      if (!write.deletes()) {
        absent(userId, write);
      }
    } else if (write.deletes()) {
      delete(task, write);
    } else {
      fields.merge(TaskOperation.of(userId, OperationKind.MERGED).changing(task), task, write);
    }
  }

  private static void requireKnown(String field) {
    if (field.equals("due") || !FieldClocks.isMerged(FieldClocks.merged(field))) {
      throw new InvalidField(field, "cannot be written offline");
    }
  }

  /** What was written after the deletion brings the task back; else the deletion stays. */
  private void absent(UUID userId, OfflineWrite write) {
    TaskLog.Deletion deletion = restore.lastDeletion(userId, write.taskId()).orElse(null);
    if (deletion == null) {
      create(userId, write);
    } else if (write.at().compareTo(removed(write, deletion)) > 0) {
      bringBack(restore.restore(userId, write.taskId(), deletion.before()), write);
    } else {
      throw new ProblemException(
          HttpStatus.CONFLICT, "task-deleted", "The task was deleted after this was written.");
    }
  }

  /** A write that is refused brings nothing back. */
  private void bringBack(Task task, OfflineWrite write) {
    try {
      fields.merge(TaskOperation.of(task.userId(), OperationKind.MERGED).adding(task), task, write);
    } catch (ProblemException refused) {
      tasks.delete(task);
      tasks.flush();
      throw refused;
    }
  }

  private HybridClock removed(OfflineWrite write, TaskLog.Deletion deletion) {
    FieldClocks.Reading reading = clocks.of(write.taskId()).get(FieldClocks.REMOVED);
    return reading == null ? HybridClock.at(deletion.at(), HybridClock.SERVER) : reading.clock();
  }

  private void create(UUID userId, OfflineWrite write) {
    if (!write.fields().has("title")) {
      throw new TaskNotFound(write.taskId());
    }
    TaskPatch patch = new TaskPatch(write.fields());
    Task task = new Task(write.taskId(), userId, BLANK, null, clock);
    edits.apply(task, patch);
    Task saved = tasks.save(task);
    journal.commit(TaskOperation.creating(userId, "WEB").adding(saved));
    clocks.changed(saved, FieldClocks.all(), write.at());
  }

  /** Not what somebody else has worked on since. */
  private void delete(Task task, OfflineWrite write) {
    boolean newer =
        clocks.of(task.getId()).values().stream().anyMatch(reading -> isNews(reading, write));
    if (newer) {
      throw new ChangedSince(List.of());
    }
    TaskOperation operation = TaskOperation.of(task.userId(), OperationKind.DELETED);
    transitions.delete(operation, task);
    journal.commit(operation, write.at());
  }

  private static boolean isNews(FieldClocks.Reading reading, OfflineWrite write) {
    Long base = write.baseVersion();
    boolean seen = base != null && reading.version() <= base;
    return !seen
        && reading.clock().compareTo(write.at()) > 0
        && !reading.clock().node().equals(write.at().node());
  }
}
