package app.tdah.chat.task;

import app.tdah.chat.realtime.Realtime;
import app.tdah.defaults.events.EventPublisher;
import app.tdah.events.CommunicationEvent;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells the other services, the other features and the user's devices what happened to a task. */
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

  void captured(Task task, String source) {
    events.publish(new CommunicationEvent.TaskCaptured(task.userId(), task.getId(), source));
    show(task, false);
  }

  void completed(Task task) {
    events.publish(new CommunicationEvent.TaskCompleted(task.userId(), task.getId()));
    endedUnlessActive(task);
    show(task, true);
  }

  void changed(Task task, String change) {
    events.publish(new CommunicationEvent.TaskChanged(task.userId(), task.getId(), change));
    endedUnlessActive(task);
    show(task, false);
  }

  void deleted(Task task) {
    events.publish(new CommunicationEvent.TaskChanged(task.userId(), task.getId(), "deleted"));
    features.publishEvent(new TaskEnded(task.userId(), task.getId()));
    realtime.publish(task.userId(), CHANGED, Map.of("id", task.getId(), "removed", true));
  }

  private void endedUnlessActive(Task task) {
    if (!task.status().isActive()) {
      features.publishEvent(new TaskEnded(task.userId(), task.getId()));
    }
  }

  private void show(Task task, boolean completed) {
    TaskView view = TaskView.from(task);
    features.publishEvent(new TaskProgress(task.userId(), view, completed));
    realtime.publish(task.userId(), CHANGED, Map.of("task", view));
  }
}
