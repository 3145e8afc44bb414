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

  private final ChangeTask changes;
  private final TaskViews views;
  private final TaskRepository rows;
  private final People people;
  private final Clock clock;

  DayTasks(ChangeTask changes, TaskViews views, TaskRepository rows, People people, Clock clock) {
    this.changes = changes;
    this.views = views;
    this.rows = rows;
    this.people = people;
    this.clock = clock;
  }

  /** What may be done on a day, oldest first. */
  @Transactional(readOnly = true)
  public List<Offered> offered(UUID userId, LocalDate day) {
    return views.offered(userId, day);
  }

  /** What may be done today, oldest first. */
  @Transactional(readOnly = true)
  public List<Offered> offered(UUID userId) {
    return offered(userId, LocalDate.ofInstant(clock.instant(), people.zoneOf(userId)));
  }

  /** What was done from one moment until before another, in order, at most {@code limit}. */
  @Transactional(readOnly = true)
  public List<TaskView> done(UUID userId, Instant from, Instant to, int limit) {
    return views.of(userId, rows.done(userId, from, to, Limit.of(limit)));
  }

  /** One of the user's tasks, if it is still there. */
  @Transactional(readOnly = true)
  public Optional<TaskView> find(UUID userId, UUID taskId) {
    return rows.findByIdAndUserId(taskId, userId).map(views::of);
  }

  /** Sets when a task shall be begun. */
  public TaskView startAt(UUID userId, UUID taskId, Instant moment) {
    TaskPatch patch =
        new TaskPatch(JsonNodeFactory.instance.objectNode().put("startAt", moment.toString()));
    return changes.edit(userId, taskId, null, patch);
  }
}
