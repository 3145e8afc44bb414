package app.tdah.chat.task;

import java.util.List;
import org.springframework.stereotype.Component;

/** Ends every operation alike: saved, logged to be undone, and told, in one transaction. */
@Component
class TaskJournal {

  private final TaskRepository tasks;
  private final TaskLog log;
  private final TaskViews views;
  private final TaskNews news;
  private final ChangedFields fields;

  TaskJournal(
      TaskRepository tasks, TaskLog log, TaskViews views, TaskNews news, ChangedFields fields) {
    this.tasks = tasks;
    this.log = log;
    this.views = views;
    this.news = news;
    this.fields = fields;
  }

  /** The tasks as they are now, without those that are gone. */
  List<TaskView> commit(TaskOperation operation) {
    tasks.flush();
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

  /** What changed nothing is not kept: to undo it would be felt as nothing happening. */
  private boolean matters(TaskOperation.Touched touched) {
    return touched.effect() == TaskOperation.Effect.REMOVED
        || touched.before() == null
        || fields.differ(touched.before(), TaskState.of(touched.task()));
  }
}
