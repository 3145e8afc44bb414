package app.tdah.chat.task;

import app.tdah.chat.person.People;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.JsonNodeFactory;

/** A user's tasks as a plan for a day needs them. */
@Service
@Transactional
public class DayTasks {

  private static final int MOST = 500;

  private final Tasks tasks;
  private final TaskRepository rows;
  private final People people;
  private final Clock clock;

  DayTasks(Tasks tasks, TaskRepository rows, People people, Clock clock) {
    this.tasks = tasks;
    this.rows = rows;
    this.people = people;
    this.clock = clock;
  }

  /** What may be done on a day, oldest first. */
  @Transactional(readOnly = true)
  public List<Offered> offered(UUID userId, LocalDate day) {
    return offered(rows, userId, day);
  }

  static List<Offered> offered(TaskRepository rows, UUID userId, LocalDate day) {
    List<Task> offered = rows.offered(userId, day, Limit.of(MOST));
    CarriedOver carried = new CarriedOver(offered, rows.postponed(userId, day, Limit.of(MOST)));
    return offered.stream()
        .filter(task -> !carried.has(task))
        .map(task -> new Offered(TaskView.from(task), task.postponements()))
        .toList();
  }

  /** What may be done today, oldest first. */
  @Transactional(readOnly = true)
  public List<Offered> offered(UUID userId) {
    return offered(userId, LocalDate.ofInstant(clock.instant(), people.zoneOf(userId)));
  }

  /** What was done from one moment until before another, in order, at most {@code limit}. */
  @Transactional(readOnly = true)
  public List<TaskView> done(UUID userId, Instant from, Instant to, int limit) {
    return rows.done(userId, from, to, Limit.of(limit)).stream().map(TaskView::from).toList();
  }

  /** One of the user's tasks, if it is still there. */
  @Transactional(readOnly = true)
  public Optional<TaskView> find(UUID userId, UUID taskId) {
    return rows.findByIdAndUserId(taskId, userId).map(TaskView::from);
  }

  /** Sets when a task shall be begun. */
  public TaskView startAt(UUID userId, UUID taskId, Instant moment) {
    TaskPatch patch =
        new TaskPatch(JsonNodeFactory.instance.objectNode().put("startAt", moment.toString()));
    return tasks.edit(userId, taskId, null, patch::apply);
  }
}
