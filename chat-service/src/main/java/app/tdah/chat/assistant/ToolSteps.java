package app.tdah.chat.assistant;

import app.tdah.chat.conversation.Message;
import app.tdah.chat.conversation.MessageViews;
import app.tdah.chat.conversation.Messages;
import app.tdah.chat.conversation.ToolCall;
import app.tdah.chat.conversation.ToolCalls;
import app.tdah.chat.realtime.Realtime;
import app.tdah.defaults.ids.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs tools. What is wanted is written down first; a tool's effect and the note of its result are
 * one transaction.
 */
@Component
class ToolSteps {

  private final ToolCalls calls;
  private final ToolBox box;
  private final Turns turns;
  private final Messages messages;
  private final MessageViews views;
  private final Prices prices;
  private final Realtime realtime;
  private final TransactionTemplate transactions;

  ToolSteps(
      ToolCalls calls,
      ToolBox box,
      Turns turns,
      Messages messages,
      MessageViews views,
      Prices prices,
      Realtime realtime,
      TransactionTemplate transactions) {
    this.calls = calls;
    this.box = box;
    this.turns = turns;
    this.messages = messages;
    this.views = views;
    this.prices = prices;
    this.realtime = realtime;
    this.transactions = transactions;
  }

  List<ToolCallback> tools() {
    return box.tools();
  }

  /** What was wanted for this answer so far, in order. */
  List<ToolCall> of(Turn turn) {
    return calls.ofMessages(List.of(turn.assistantMessageId()));
  }

  /** Writes down what a model wants, with the answer as far as it is. */
  List<ToolCall> write(Turn turn, int round, List<AssistantMessage.ToolCall> wanted, Draft draft) {
    return required(() -> {
      turns.requireHeld(turn);
      messages.progress(
          turn.assistantMessageId(),
          draft.content(),
          Message.Status.STREAMING,
          prices.usage(draft));
      List<ToolCall> written = new ArrayList<>();
      for (AssistantMessage.ToolCall call : wanted) {
        ToolCall row = row(turn, round, written.size(), call);
        calls.add(row);
        written.add(row);
      }
      return written;
    });
  }

  /** Runs a tool, once: what has run already is returned as it is. */
  ToolCall run(Turn turn, ToolCall call, Map<String, Object> context) {
    if (call.status() != ToolCall.Status.RUNNING) {
      return call;
    }
    tell(turn, "tool.started", call);
    ToolCall finished;
    try {
      finished = required(() -> effect(turn, call, context));
    } catch (ToolBox.ToolFailed e) {
      finished =
          required(() -> {
            turns.requireHeld(turn);
            return calls.finish(call.id(), ToolCall.Status.FAILED, e.result());
          });
    }
    tell(turn, "tool.finished", finished);
    return finished;
  }

  private ToolCall effect(Turn turn, ToolCall call, Map<String, Object> context) {
    turns.requireHeld(turn);
    Optional<ToolCall> unfinished = calls.lockUnfinished(call.id());
    if (unfinished.isEmpty()) {
      throw new LeaseLost(turn.assistantMessageId());
    }
    String result = box.call(call.name(), call.arguments(), context);
    return calls.finish(call.id(), ToolCall.Status.COMPLETED, result);
  }

  private void tell(Turn turn, String type, ToolCall call) {
    realtime.publish(
        turn.userId(),
        type,
        Map.of(
            "messageId",
            turn.assistantMessageId(),
            "conversationId",
            turn.conversationId(),
            "toolCall",
            views.of(call)));
  }

  private <T> T required(java.util.function.Supplier<T> work) {
    return Objects.requireNonNull(transactions.execute(status -> work.get()));
  }

  private static ToolCall row(Turn turn, int round, int ordinal, AssistantMessage.ToolCall wanted) {
    return new ToolCall(
        Ids.next(),
        turn.assistantMessageId(),
        round,
        ordinal,
        wanted.id().isBlank() ? "call_" + round + "_" + ordinal : wanted.id(),
        wanted.name(),
        wanted.arguments().isBlank() ? "{}" : wanted.arguments(),
        ToolCall.Status.RUNNING,
        null);
  }
}
