package app.tdah.chat.task;

import app.tdah.chat.person.People;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Component;

/** Does to a task, within an operation, what an action says. */
@Component
class TaskTransitions {

  private final TaskRepository tasks;
  private final TaskTree tree;
  private final People people;
  private final Clock clock;

  TaskTransitions(TaskRepository tasks, TaskTree tree, People people, Clock clock) {
    this.tasks = tasks;
    this.tree = tree;
    this.people = people;
    this.clock = clock;
  }

  void apply(TaskOperation operation, Task task, TaskAction action, OpenParts parts) {
    switch (action) {
      case COMPLETE -> complete(operation, task, parts);
      case REOPEN -> become(operation, task, TaskStatus.OPEN);
      case START -> become(operation, task, TaskStatus.DOING);
      case DROP -> drop(operation, task, parts);
      case NOT_TODAY -> postpone(operation, task);
      case DELETE -> delete(operation, task);
    }
  }

  /** Done; a recurring one is due again, and its parts begin anew with it. */
  private void complete(TaskOperation operation, Task task, OpenParts parts) {
    if (task.status() == TaskStatus.DONE) {
      return;
    }
    Occurrence next =
        Recurrences.next(task.details(), people.zoneOf(task.userId()), clock.instant());
    operation.completing(task);
    task.complete(next, clock);
    if (next != null) {
      tree.below(task.getId()).stream()
          .filter(part -> part.status() == TaskStatus.DONE)
          .forEach(part -> become(operation, part, TaskStatus.OPEN));
    } else if (parts == OpenParts.END) {
      tree.below(task.getId()).stream()
          .filter(part -> part.status().isActive())
          .forEach(part -> {
            operation.completing(part);
            part.complete(null, clock);
          });
    }
  }

  private void drop(TaskOperation operation, Task task, OpenParts parts) {
    become(operation, task, TaskStatus.DROPPED);
    if (parts == OpenParts.END) {
      tree.below(task.getId()).stream()
          .filter(part -> part.status().isActive())
          .forEach(part -> become(operation, part, TaskStatus.DROPPED));
    }
  }

  private void become(TaskOperation operation, Task task, TaskStatus status) {
    if (task.status() != status) {
      operation.changing(task);
      task.become(status, clock);
    }
  }

  private void postpone(TaskOperation operation, Task task) {
    ZoneId zone = people.zoneOf(task.userId());
    operation.changing(task);
    task.notBefore(LocalDate.ofInstant(clock.instant(), zone).plusDays(1), clock);
  }

  /** With all its parts, which are brought back with it. */
  void delete(TaskOperation operation, Task task) {
    operation.removing(task);
    List<Task> below = tree.below(task.getId());
    below.forEach(operation::removing);
    below.reversed().forEach(tasks::delete);
    tasks.delete(task);
  }
}
