package app.tdah.chat.assistant;

import app.tdah.chat.assistant.ModelClient.Question;
import app.tdah.chat.assistant.ModelClient.Reply;
import app.tdah.chat.assistant.model.Model;
import app.tdah.chat.assistant.model.Models;
import app.tdah.chat.budget.Budget;
import app.tdah.chat.person.People;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks the model that the conversation wants, if the budget allows it. Out of budget, and when a
 * provider does not answer, the built-in model takes its place, and the answer says so.
 */
@Component
class AskModel {

  private static final Logger log = LoggerFactory.getLogger(AskModel.class);

  private final ModelClient client;
  private final Models models;
  private final Budget budget;
  private final Prices prices;
  private final People people;
  private final TurnProperties properties;
  private final Clock clock;

  AskModel(
      ModelClient client,
      Models models,
      Budget budget,
      Prices prices,
      People people,
      TurnProperties properties,
      Clock clock) {
    this.client = client;
    this.models = models;
    this.budget = budget;
    this.prices = prices;
    this.people = people;
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * Puts a question.
   *
   * @param wanted the model of the conversation
   * @param onText gets the text as it comes
   * @throws ModelFailure when nobody answers, or a provider stops in the middle
   */
  Reply ask(ActiveTurn active, Model wanted, Question question, Consumer<String> onText) {
    Optional<Model> instead = models.insteadOf(wanted);
    if (!affordable(active.turn(), wanted, question)) {
      Model local = instead.orElseThrow(() -> new ModelFailure("out of budget"));
      return instead(active, local, Notice.OUT_OF_BUDGET, question, onText);
    }
    AtomicBoolean begun = new AtomicBoolean();
    try {
      return client.ask(
          wanted,
          question,
          active,
          text -> {
            begun.set(true);
            onText.accept(text);
          });
    } catch (ModelFailure e) {
      if (begun.get() || instead.isEmpty()) {
        throw e;
      }
      log.warn("{} does not answer, {} does: {}", wanted.id(), instead.get().id(), e.toString());
      return instead(active, instead.get(), Notice.NO_ANSWER, question, onText);
    }
  }

  private Reply instead(
      ActiveTurn active, Model model, Notice notice, Question question, Consumer<String> onText) {
    AtomicBoolean said = new AtomicBoolean();
    return client.ask(
        model,
        question,
        active,
        text -> {
          if (said.compareAndSet(false, true)) {
            onText.accept(notice.in(people.localeOf(active.turn().userId())) + "\n\n");
          }
          onText.accept(text);
        });
  }

  private boolean affordable(Turn turn, Model model, Question question) {
    Prices.Cost most =
        prices.of(
            model.id(), question.tokens(), properties.reservedOutputTokens(), clock.instant());
    return budget.reserve(turn.userId(), turn.assistantMessageId(), most.totalMicros());
  }
}
