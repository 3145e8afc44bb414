package app.tdah.chat.task;

import app.tdah.chat.realtime.Realtime;
import app.tdah.defaults.events.EventPublisher;
import app.tdah.events.CommunicationEvent;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells the other services, the other features and the user's devices what happened to tasks. */
@Component
class TaskNews {

  private static final String CHANGED = "task.changed";

  private final EventPublisher events;
  private final ApplicationEventPublisher features;
  private final Realtime realtime;

  TaskNews(EventPublisher events, ApplicationEventPublisher features, Realtime realtime) {
    this.events = events;
    this.features = features;
    this.realtime = realtime;
  }

  /** Tells an operation; {@code shown} are its tasks that are there. */
  void tell(TaskOperation operation, List<TaskView> shown) {
    operation.touched().forEach(touched -> tell(operation, touched));
    shown.forEach(task -> {
      boolean completed = operation.completes(task.id());
      features.publishEvent(new TaskProgress(operation.userId(), task, completed));
      realtime.publish(
          operation.userId(), CHANGED, Map.of("task", task, "operationId", operation.id()));
    });
  }

  private void tell(TaskOperation operation, TaskOperation.Touched touched) {
    Task task = touched.task();
    switch (touched.effect()) {
      case ADDED -> added(operation, task);
      case COMPLETED -> completed(task);
      case CHANGED -> changed(task, operation.kind().change());
      case REMOVED -> removed(operation, task);
    }
    if (touched.effect() == TaskOperation.Effect.REMOVED || !task.status().isActive()) {
      features.publishEvent(new TaskEnded(task.userId(), task.getId()));
    } else if (touched.isResumed()) {
      features.publishEvent(new TaskResumed(task.userId(), task.getId()));
    }
  }

  /** One that recurs has moved on, and what counts from its day moves with it. */
  private void completed(Task task) {
    events.publish(new CommunicationEvent.TaskCompleted(task.userId(), task.getId()));
    if (task.status().isActive()) {
      changed(task, "recurred");
    }
  }

  private void added(TaskOperation operation, Task task) {
    if (operation.undoes() == null) {
      events.publish(
          new CommunicationEvent.TaskCaptured(task.userId(), task.getId(), operation.source()));
      return;
    }
    changed(task, "restored");
    if (task.status().isActive()) {
      features.publishEvent(new TaskResumed(task.userId(), task.getId()));
    }
  }

  private void removed(TaskOperation operation, Task task) {
    changed(task, "deleted");
    realtime.publish(
        task.userId(),
        CHANGED,
        Map.of("id", task.getId(), "removed", true, "operationId", operation.id()));
  }

  private void changed(Task task, String change) {
    events.publish(new CommunicationEvent.TaskChanged(task.userId(), task.getId(), change));
  }
}
