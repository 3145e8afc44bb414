package app.tdah.chat.reminder;

import app.tdah.chat.person.People;
import app.tdah.chat.task.TaskView;
import app.tdah.chat.task.Tasks;
import app.tdah.defaults.web.InvalidField;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** When a reminder comes that counts from its task. */
@Component
class TaskDue {

  /** A day alone is due in its morning. */
  private static final LocalTime MORNING = LocalTime.of(9, 0);

  private final Tasks tasks;
  private final People people;

  TaskDue(Tasks tasks, People people) {
    this.tasks = tasks;
    this.people = people;
  }

  Instant require(UUID userId, UUID taskId, int minutesBefore) {
    return before(userId, taskId, minutesBefore)
        .orElseThrow(() -> new InvalidField("offsetMinutes", "needs a task with a due date"));
  }

  /** Empty when the task is not due at any time. */
  Optional<Instant> before(UUID userId, UUID taskId, int minutesBefore) {
    TaskView task = tasks.get(userId, taskId);
    Optional<Instant> due =
        Optional.ofNullable(task.dueAt())
            .or(() ->
                Optional.ofNullable(task.dueDate())
                    .map(day -> day.atTime(MORNING).atZone(people.zoneOf(userId)).toInstant()));
    return due.map(moment -> moment.minus(Duration.ofMinutes(minutesBefore)));
  }
}
