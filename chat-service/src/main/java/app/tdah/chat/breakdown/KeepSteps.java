package app.tdah.chat.breakdown;

import app.tdah.chat.task.Steps;
import app.tdah.chat.task.TaskStatus;
import app.tdah.chat.task.TaskView;
import app.tdah.chat.task.Tasks;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes tasks of proposed steps. What is done, begun, changed or the user's own stays as it is. */
@Component
@Transactional
class KeepSteps {

  private final Tasks tasks;
  private final Steps steps;
  private final GeneratedSteps generated;

  KeepSteps(Tasks tasks, Steps steps, GeneratedSteps generated) {
    this.tasks = tasks;
    this.steps = steps;
    this.generated = generated;
  }

  /** Whether we broke it down before. */
  @Transactional(readOnly = true)
  public boolean isBroken(UUID userId, UUID taskId) {
    Set<UUID> ours = generated.of(taskId);
    return steps.of(userId, taskId).stream().anyMatch(step -> ours.contains(step.id()));
  }

  /**
   * Puts the proposed steps in the place of untouched ones.
   *
   * @param replacing otherwise a task that was broken down stays as it is
   */
  public Broken keep(UUID userId, UUID taskId, List<ProposedStep> proposed, boolean replacing) {
    generated.lock(taskId);
    List<TaskView> there = steps.of(userId, taskId);
    Set<UUID> ours = generated.of(taskId);
    if (!replacing && there.stream().anyMatch(step -> ours.contains(step.id()))) {
      return now(userId, taskId);
    }
    List<TaskView> untouched =
        there.stream().filter(step -> ours.contains(step.id())).filter(this::isUntouched).toList();
    if (!titles(untouched).equals(missing(proposed, there, untouched))) {
      untouched.forEach(step -> steps.remove(userId, step.id()));
      add(userId, taskId, proposed, missing(proposed, there, untouched));
    }
    return now(userId, taskId);
  }

  /** Titles to add: the proposed ones that no step that stays has already. */
  private static Set<String> missing(
      List<ProposedStep> proposed, List<TaskView> there, List<TaskView> untouched) {
    Set<String> staying = titles(there.stream().filter(step -> !untouched.contains(step)).toList());
    return proposed.stream()
        .map(ProposedStep::title)
        .filter(title -> !staying.contains(title))
        .collect(Collectors.toSet());
  }

  private void add(UUID userId, UUID taskId, List<ProposedStep> proposed, Set<String> wanted) {
    for (ProposedStep step : proposed) {
      if (wanted.contains(step.title())) {
        boolean first = step == proposed.getFirst();
        TaskView made = steps.add(userId, taskId, step.title(), step.minutes(), first);
        generated.add(userId, made.id(), taskId);
      }
    }
  }

  private boolean isUntouched(TaskView step) {
    return step.status() == TaskStatus.OPEN && step.version() == 0 && steps.isLeaf(step.id());
  }

  private static Set<String> titles(List<TaskView> steps) {
    return steps.stream().map(TaskView::title).collect(Collectors.toSet());
  }

  private Broken now(UUID userId, UUID taskId) {
    return new Broken(tasks.get(userId, taskId), steps.of(userId, taskId));
  }
}
