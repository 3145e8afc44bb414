package app.tdah.chat.breakdown;

import app.tdah.chat.person.People;
import app.tdah.chat.task.Steps;
import app.tdah.chat.task.TaskView;
import app.tdah.chat.task.Tasks;
import app.tdah.defaults.web.ProblemException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/**
 * Makes steps of a task, and smaller ones of a step. A model may be asked before anything is locked
 * or written.
 */
@Service
public class BreakDown {

  private final Tasks tasks;
  private final Steps steps;
  private final ProposeSteps propose;
  private final KeepSteps keep;
  private final People people;

  BreakDown(Tasks tasks, Steps steps, ProposeSteps propose, KeepSteps keep, People people) {
    this.tasks = tasks;
    this.steps = steps;
    this.propose = propose;
    this.keep = keep;
    this.people = people;
  }

  /**
   * Breaks a task down into steps.
   *
   * @param granularity from 1, few steps, to 5, many; null leaves a task alone that was broken down
   *     before
   */
  public Broken breakDown(UUID userId, UUID taskId, @Nullable Integer granularity) {
    TaskView task = active(userId, taskId);
    if (granularity == null && keep.isBroken(userId, taskId)) {
      return new Broken(task, steps.of(userId, taskId));
    }
    int grain = granularity == null ? Granularity.USUAL : Math.clamp(granularity, 1, 5);
    List<ProposedStep> proposed = propose.ofTask(task.title(), grain, people.localeOf(userId));
    return keep.keep(userId, taskId, proposed, granularity != null);
  }

  /**
   * Makes what is to be done next smaller: of a task with steps the first open one, of a task
   * without steps the task itself. The answer tells which one it was; it has no steps when nothing
   * is smaller.
   */
  public Broken smaller(UUID userId, UUID taskId) {
    TaskView task = active(userId, taskId);
    TaskView leaf = steps.firstOpen(userId, taskId).orElse(task);
    return keep.keep(userId, leaf.id(), smaller(userId, task, leaf), false);
  }

  private List<ProposedStep> smaller(UUID userId, TaskView task, TaskView leaf) {
    Locale locale = people.localeOf(userId);
    return leaf.parentId() == null
        ? propose.toBegin(leaf.title(), locale)
        : propose.ofStep(
            leaf.title(), task.title(), ProposeSteps.minutes(leaf.estimateMinutes()), locale);
  }

  private TaskView active(UUID userId, UUID taskId) {
    TaskView task = tasks.get(userId, taskId);
    if (!task.status().isActive()) {
      throw new ProblemException(
          HttpStatus.CONFLICT, "task-ended", "A task that is done or dropped has no next step.");
    }
    return task;
  }
}
