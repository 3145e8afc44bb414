package app.tdah.chat.plan;

import app.tdah.chat.task.Offered;
import app.tdah.chat.task.TaskView;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What could be done now: a task without steps, or the first open step of one, which is due when
 * its task is.
 *
 * @param above the task of a step
 */
record Candidate(TaskView task, int postponements, @Nullable TaskView above) {

  static List<Candidate> of(List<Offered> offered) {
    Map<UUID, TaskView> byId =
        offered.stream()
            .map(Offered::task)
            .collect(Collectors.toMap(TaskView::id, Function.identity()));
    Set<UUID> withSteps =
        byId.values().stream()
            .map(TaskView::parentId)
            .filter(byId::containsKey)
            .collect(Collectors.toSet());
    Set<UUID> begun = new HashSet<>();
    return offered.stream()
        .filter(each -> isFirstStep(each.task(), byId, begun))
        .filter(each -> !withSteps.contains(each.task().id()))
        .map(each -> new Candidate(each.task(), each.postponements(), root(each.task(), byId)))
        .toList();
  }

  private static boolean isFirstStep(TaskView task, Map<UUID, TaskView> byId, Set<UUID> begun) {
    UUID parent = task.parentId();
    return parent == null || !byId.containsKey(parent) || begun.add(parent);
  }

  private static @Nullable TaskView root(TaskView task, Map<UUID, TaskView> byId) {
    TaskView root = null;
    TaskView next = parent(task, byId);
    for (int depth = 0; next != null && depth < byId.size(); depth++) {
      root = next;
      next = parent(next, byId);
    }
    return root;
  }

  private static @Nullable TaskView parent(TaskView task, Map<UUID, TaskView> byId) {
    return task.parentId() == null ? null : byId.get(task.parentId());
  }

  @Nullable Instant dueAt() {
    return task.dueAt() == null && task.dueDate() == null && above != null
        ? above.dueAt()
        : task.dueAt();
  }

  @Nullable Instant startAt() {
    return task.startAt() == null && above != null ? above.startAt() : task.startAt();
  }

  @Nullable LocalDate dueDay(ZoneId zone) {
    Instant at = dueAt();
    if (at != null) {
      return LocalDate.ofInstant(at, zone);
    }
    return task.dueDate() == null && above != null ? above.dueDate() : task.dueDate();
  }

  /** How long it will take; null without an estimate. */
  @Nullable Integer likelyMinutes(Calibration calibration) {
    Integer estimate = task.estimateMinutes();
    return estimate == null ? null : calibration.minutes(estimate, task.tags());
  }
}
