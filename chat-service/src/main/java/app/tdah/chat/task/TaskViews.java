package app.tdah.chat.task;

import app.tdah.chat.person.People;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Shows tasks as of the user's own day, with what they consist of. */
@Component
class TaskViews {

  private static final int MOST_OFFERED = 500;

  private final TaskRepository tasks;
  private final People people;
  private final Clock clock;

  TaskViews(TaskRepository tasks, People people, Clock clock) {
    this.tasks = tasks;
    this.people = people;
    this.clock = clock;
  }

  TaskView of(Task task) {
    return of(task.userId(), List.of(task)).getFirst();
  }

  List<TaskView> of(UUID userId, List<Task> shown) {
    if (shown.isEmpty()) {
      return List.of();
    }
    ZonedDateTime now = clock.instant().atZone(people.zoneOf(userId));
    Map<UUID, Long> open =
        tasks.openSubtasks(userId, shown.stream().map(Task::getId).toList()).stream()
            .collect(
                Collectors.toMap(
                    TaskRepository.OpenSubtasks::parentId, TaskRepository.OpenSubtasks::count));
    return shown.stream()
        .map(task -> TaskView.from(task, now, Math.toIntExact(open.getOrDefault(task.getId(), 0L))))
        .toList();
  }

  /**
   * What may be done on a day, oldest first, without what is put off with its whole or its part.
   */
  List<Offered> offered(UUID userId, LocalDate day) {
    List<Task> all = tasks.offered(userId, day, Limit.of(MOST_OFFERED));
    CarriedOver carried =
        new CarriedOver(all, tasks.postponed(userId, day, Limit.of(MOST_OFFERED)));
    List<Task> shown = all.stream().filter(task -> !carried.has(task)).toList();
    List<TaskView> views = of(userId, shown);
    return IntStream.range(0, shown.size())
        .mapToObj(i -> new Offered(views.get(i), shown.get(i).postponements()))
        .toList();
  }
}
