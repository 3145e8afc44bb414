package app.tdah.chat.task;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who puts off a step puts off its task, and who puts off a task its steps: "not today" is not
 * answered with the next step of the same thing.
 */
final class CarriedOver {

  private final Map<UUID, Task> offered;
  private final Set<UUID> carried = new HashSet<>();

  CarriedOver(List<Task> offered, Collection<Task> postponed) {
    this.offered = offered.stream().collect(Collectors.toMap(Task::getId, Function.identity()));
    for (Task task : postponed) {
      carried.add(task.getId());
      carryAbove(task.parentId());
    }
  }

  private void carryAbove(@Nullable UUID parentId) {
    UUID above = parentId;
    while (above != null && carried.add(above)) {
      Task parent = offered.get(above);
      above = parent == null ? null : parent.parentId();
    }
  }

  /** Whether the task, or one above it, is carried over. */
  boolean has(Task task) {
    Set<UUID> seen = new HashSet<>();
    UUID id = task.getId();
    while (id != null && seen.add(id)) {
      if (carried.contains(id)) {
        return true;
      }
      Task here = offered.get(id);
      id = here == null ? null : here.parentId();
    }
    return false;
  }
}
