package app.tdah.chat.task;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows what was done to a user's tasks and can be undone. */
@Service
@Transactional(readOnly = true)
class Operations {

  private final TaskLog log;
  private final ChangedFields fields;
  private final TaskHistoryProperties history;
  private final Clock clock;

  Operations(TaskLog log, ChangedFields fields, TaskHistoryProperties history, Clock clock) {
    this.log = log;
    this.fields = fields;
    this.history = history;
    this.clock = clock;
  }

  /** The newest first, from the one after the cursor on. */
  List<OperationView> page(UUID userId, @Nullable UUID after, int limit) {
    return shown(log.page(userId, after, clock.instant().minus(history.undoable()), limit));
  }

  OperationView shown(TaskLog.Entry entry) {
    return shown(List.of(entry)).getFirst();
  }

  private List<OperationView> shown(List<TaskLog.Entry> entries) {
    Map<UUID, List<TaskLog.Change>> changes =
        log.changes(entries.stream().map(TaskLog.Entry::id).toList()).stream()
            .collect(Collectors.groupingBy(TaskLog.Change::operationId));
    return entries.stream()
        .map(entry -> view(entry, changes.getOrDefault(entry.id(), List.of())))
        .toList();
  }

  private OperationView view(TaskLog.Entry entry, List<TaskLog.Change> changes) {
    return new OperationView(
        entry.id(),
        entry.kind(),
        entry.at(),
        entry.undoes(),
        entry.undoneBy(),
        changes.stream().map(this::view).toList());
  }

  private OperationView.TaskChange view(TaskLog.Change change) {
    TaskState before = change.before();
    TaskState after = change.after();
    TaskState last = after == null ? before : after;
    return new OperationView.TaskChange(
        change.taskId(),
        last == null ? "" : last.title(),
        fields.of(before, after),
        fields.of(after, before));
  }
}
