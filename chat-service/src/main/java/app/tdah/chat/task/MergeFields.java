package app.tdah.chat.task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * Merges the fields of an offline write, each by itself: the last writer has it, by the clocks, and
 * so has whoever knew the value that they replaced. What was written without knowing of each other
 * is kept both ways: one as the value, the other as a conflict.
 */
@Component
class MergeFields {

  private final TaskEdits edits;
  private final TaskTransitions transitions;
  private final FieldClocks clocks;
  private final TaskConflicts conflicts;
  private final TaskJournal journal;
  private final ChangedFields fields;

  MergeFields(
      TaskEdits edits,
      TaskTransitions transitions,
      FieldClocks clocks,
      TaskConflicts conflicts,
      TaskJournal journal,
      ChangedFields fields) {
    this.edits = edits;
    this.transitions = transitions;
    this.clocks = clocks;
    this.conflicts = conflicts;
    this.journal = journal;
    this.fields = fields;
  }

  /** What a field was and is to be. */
  private record Merge(
      String field,
      FieldClocks.Reading current,
      Map<String, @Nullable Object> had,
      Map<String, @Nullable Object> written) {

    boolean differs() {
      return !had.equals(written);
    }

    /** Whether the writer knew the value. */
    boolean isSeenBy(OfflineWrite write) {
      Long base = write.baseVersion();
      return base != null && current.version() <= base
          || current.clock().node().equals(write.at().node());
    }

    boolean isWonBy(OfflineWrite write) {
      Long base = write.baseVersion();
      return base != null && current.version() <= base || write.at().compareTo(current.clock()) > 0;
    }
  }

  /** Merges into a task that the operation holds as it was. */
  void merge(TaskOperation operation, Task task, OfflineWrite write) {
    List<Merge> merges = merges(task, write);
    ObjectNode winning = write.fields().deepCopy();
    List<String> won = new ArrayList<>();
    for (Merge merge : merges) {
      if (merge.isWonBy(write)) {
        won.add(merge.field());
      } else {
        winning.remove(merge.written().keySet());
      }
    }
    apply(operation, task, winning);
    merges.forEach(merge -> keepBoth(task, merge, write));
    journal.commit(operation, write.at());
    clocks.changed(task, won, write.at());
  }

  /** What is done is done as usual: a recurring task goes on to its next day. */
  private void apply(TaskOperation operation, Task task, ObjectNode winning) {
    boolean done =
        task.status() != TaskStatus.DONE
            && "DONE".equalsIgnoreCase(winning.path("status").asString(""));
    if (done) {
      winning.remove("status");
    }
    edits.apply(task, new TaskPatch(winning));
    if (done) {
      transitions.apply(operation, task, TaskAction.COMPLETE, OpenParts.KEEP);
    }
  }

  private void keepBoth(Task task, Merge merge, OfflineWrite write) {
    if (merge.differs() && !merge.isSeenBy(write)) {
      boolean won = merge.isWonBy(write);
      conflicts.add(
          task,
          merge.field(),
          won ? merge.written() : merge.had(),
          won ? merge.had() : merge.written());
    }
  }

  private List<Merge> merges(Task task, OfflineWrite write) {
    Map<String, FieldClocks.Reading> readings = clocks.of(task.getId());
    Map<String, @Nullable Object> had = fields.all(TaskState.of(task));
    Map<String, @Nullable Object> wanted = fields.all(edits.preview(task, patch(write)));
    Set<String> names = new TreeSet<>();
    write.fields().propertyNames().forEach(field -> names.add(FieldClocks.merged(field)));
    return names.stream()
        .map(name ->
            new Merge(
                name,
                readings.getOrDefault(name, FieldClocks.made(task)),
                values(name, had),
                values(name, wanted)))
        .toList();
  }

  private static TaskPatch patch(OfflineWrite write) {
    return new TaskPatch(write.fields());
  }

  private static Map<String, @Nullable Object> values(
      String name, Map<String, @Nullable Object> all) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    all.forEach((field, value) -> {
      if (Objects.equals(FieldClocks.merged(field), name)) {
        values.put(field, value);
      }
    });
    return values;
  }
}
