package app.tdah.chat.assistant;

import app.tdah.chat.budget.Budget;
import app.tdah.chat.conversation.Message;
import app.tdah.chat.conversation.MessageViews;
import app.tdah.chat.conversation.Messages;
import app.tdah.chat.realtime.Realtime;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends a turn: the answer, what it cost and the events of it are one transaction. */
@Component
class FinishAnswer {

  private final Turns turns;
  private final Messages messages;
  private final MessageViews views;
  private final Prices prices;
  private final Budget budget;
  private final AnswerEvents events;
  private final Realtime realtime;
  private final TurnSignal signal;
  private final TransactionTemplate transactions;

  FinishAnswer(
      Turns turns,
      Messages messages,
      MessageViews views,
      Prices prices,
      Budget budget,
      AnswerEvents events,
      Realtime realtime,
      TurnSignal signal,
      TransactionTemplate transactions) {
    this.turns = turns;
    this.messages = messages;
    this.views = views;
    this.prices = prices;
    this.budget = budget;
    this.events = events;
    this.realtime = realtime;
    this.signal = signal;
    this.transactions = transactions;
  }

  /** The answer is as long as it gets. */
  void complete(Turn turn, Draft draft, Message.Status status) {
    commit(turn, () -> completed(turn, draft, status));
  }

  /** Does something and says what came of it; false when there was nothing to be done. */
  boolean completeWith(Turn turn, Draft draft, Supplier<Optional<String>> work) {
    boolean done =
        Boolean.TRUE.equals(
            transactions.execute(status -> {
              turns.requireHeld(turn);
              Optional<String> said = work.get();
              said.ifPresent(text -> {
                draft.append(text);
                completed(turn, draft, Message.Status.COMPLETED);
                turns.remove(turn);
              });
              return said.isPresent();
            }));
    if (done) {
      signal.finished(turn.assistantMessageId());
    }
    return done;
  }

  private void completed(Turn turn, Draft draft, Message.Status status) {
    Message answer = write(turn, draft, status);
    Message question = messages.find(turn.userMessageId()).orElseThrow();
    events.answered(turn, draft, question, answer);
    realtime.publish(turn.userId(), "message.completed", Map.of("message", views.of(answer)));
  }

  /** There will be no answer, or not more of it; what came is kept. */
  void fail(Turn turn, Draft draft, String code, String detail) {
    commit(
        turn,
        () -> {
          Message answer = write(turn, draft, Message.Status.FAILED);
          events.failed(turn, draft);
          realtime.publish(
              turn.userId(),
              "message.failed",
              Map.of(
                  "messageId",
                  turn.assistantMessageId(),
                  "conversationId",
                  turn.conversationId(),
                  "code",
                  code,
                  "detail",
                  detail,
                  "message",
                  views.of(answer)));
        });
  }

  private void commit(Turn turn, Runnable work) {
    transactions.executeWithoutResult(status -> {
      turns.requireHeld(turn);
      work.run();
      turns.remove(turn);
    });
    signal.finished(turn.assistantMessageId());
  }

  private Message write(Turn turn, Draft draft, Message.Status status) {
    Message.Usage usage = prices.usage(draft);
    budget.settle(turn.userId(), turn.assistantMessageId(), usage.costMicros());
    return messages.progress(turn.assistantMessageId(), draft.content(), status, usage);
  }
}
