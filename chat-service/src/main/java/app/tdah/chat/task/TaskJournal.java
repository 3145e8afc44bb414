package app.tdah.chat.task;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Ends every operation alike: saved, logged to be undone, and told, in one transaction. */
@Component
class TaskJournal {

  private final TaskRepository tasks;
  private final TaskLog log;
  private final TaskViews views;
  private final TaskNews news;
  private final ChangedFields fields;
  private final FieldClocks clocks;

  TaskJournal(
      TaskRepository tasks,
      TaskLog log,
      TaskViews views,
      TaskNews news,
      ChangedFields fields,
      FieldClocks clocks) {
    this.tasks = tasks;
    this.log = log;
    this.views = views;
    this.news = news;
    this.fields = fields;
    this.clocks = clocks;
  }

  /** The tasks as they are now, without those that are gone. */
  List<TaskView> commit(TaskOperation operation) {
    return commit(operation, null);
  }

  /** As of a clock other than ours. */
  List<TaskView> commit(TaskOperation operation, @Nullable HybridClock at) {
    tasks.flush();
    operation.touched().forEach(touched -> stamp(touched, at));
    if (operation.undoes() != null || operation.touched().stream().anyMatch(this::matters)) {
      log.write(operation);
    }
    List<TaskView> shown =
        views.of(
            operation.userId(),
            operation.touched().stream()
                .filter(touched -> touched.effect() != TaskOperation.Effect.REMOVED)
                .map(TaskOperation.Touched::task)
                .toList());
    news.tell(operation, shown);
    return shown;
  }

  private void stamp(TaskOperation.Touched touched, @Nullable HybridClock at) {
    TaskState before = touched.before();
    if (touched.effect() == TaskOperation.Effect.REMOVED) {
      clocks.removed(touched.task(), at);
      return;
    }
    if (before == null) {
      return;
    }
    Set<String> changed = fields.changed(before, TaskState.of(touched.task()));
    if (at == null) {
      clocks.changedHere(touched.task(), changed);
    } else {
      clocks.changed(touched.task(), changed, at);
    }
  }

  /** What changed nothing is not kept: to undo it would be felt as nothing happening. */
  private boolean matters(TaskOperation.Touched touched) {
    return touched.effect() == TaskOperation.Effect.REMOVED
        || touched.before() == null
        || !fields.changed(touched.before(), TaskState.of(touched.task())).isEmpty();
  }
}
