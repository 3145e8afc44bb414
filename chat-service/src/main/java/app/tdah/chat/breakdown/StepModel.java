package app.tdah.chat.breakdown;

import java.util.List;
import java.util.Locale;

/** A language model that knows how tasks are broken down; there is none beside the local model. */
public interface StepModel {

  /**
   * What shall be broken down.
   *
   * @param title of the task or step
   * @param whole title of the task that the step belongs to; the same for a task
   * @param granularity from 1, few steps, to 5, many
   */
  record Question(String title, String whole, int granularity, Locale language) {}

  /**
   * Steps in order, within some seconds; not checked yet. Empty when the model does not answer in
   * time or in form.
   */
  List<ProposedStep> propose(Question question);
}
