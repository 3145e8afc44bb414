package app.tdah.chat.assistant;

import app.tdah.chat.assistant.ModelClient.Question;
import app.tdah.chat.assistant.ModelClient.Reply;
import app.tdah.chat.assistant.model.Model;
import app.tdah.chat.conversation.Message;
import app.tdah.chat.conversation.Messages;
import app.tdah.chat.conversation.ToolCall;
import app.tdah.chat.realtime.Realtime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.ToolResponseMessage;
import org.springframework.ai.chat.messages.ToolResponseMessage.ToolResponse;
import org.springframework.stereotype.Component;

/**
 * Answers a message: asks the model, runs the tools it wants, tells it what came of them, until it
 * has nothing more to ask for. Each step is committed before the next, so that another replica can
 * go on from there; what a tool did is never done again.
 */
@Component
class Assistant {

  private static final Logger log = LoggerFactory.getLogger(Assistant.class);

  private final Messages messages;
  private final Briefing briefing;
  private final AskModel model;
  private final ToolSteps steps;
  private final FinishAnswer finish;
  private final ShortAnswers shortAnswers;
  private final Realtime realtime;
  private final TurnProperties properties;

  Assistant(
      Messages messages,
      Briefing briefing,
      AskModel model,
      ToolSteps steps,
      FinishAnswer finish,
      ShortAnswers shortAnswers,
      Realtime realtime,
      TurnProperties properties) {
    this.messages = messages;
    this.briefing = briefing;
    this.model = model;
    this.steps = steps;
    this.finish = finish;
    this.shortAnswers = shortAnswers;
    this.realtime = realtime;
    this.properties = properties;
  }

  /**
   * Answers one message.
   *
   * @throws LeaseLost when another replica has taken over
   */
  void answer(ActiveTurn active) {
    Turn turn = active.turn();
    Message answer =
        messages
            .find(turn.assistantMessageId())
            .orElseThrow(() -> new LeaseLost(turn.assistantMessageId()));
    Draft draft = new Draft(answer, Model.LOCAL);
    if (turn.attempt() > properties.maxAttempts()) {
      finish.fail(turn, draft, "gave-up", "The answer was interrupted too often.");
      return;
    }
    if (shortAnswers.finished(turn, draft)) {
      return;
    }
    try {
      converse(active, draft);
      active.requireLease();
      finish.complete(
          turn, draft, active.stopped() ? Message.Status.STOPPED : Message.Status.COMPLETED);
    } catch (ModelFailure e) {
      log.warn("the model failed on answer {}", turn.assistantMessageId(), e);
      finish.fail(turn, draft, "model-unavailable", "The language model did not answer.");
    }
  }

  private void converse(ActiveTurn active, Draft draft) {
    Turn turn = active.turn();
    Briefing.Brief brief = briefing.of(turn);
    List<org.springframework.ai.chat.messages.Message> said = new ArrayList<>(brief.messages());
    Map<Integer, List<ToolCall>> known =
        steps.of(turn).stream().collect(Collectors.groupingBy(ToolCall::round));
    for (int round = 0; !active.stopped(); round++) {
      List<ToolCall> calls = known.get(round);
      if (calls == null) {
        calls = ask(active, round, brief, said, draft);
      }
      if (calls.isEmpty()) {
        return;
      }
      List<ToolCall> done = new ArrayList<>();
      for (ToolCall call : calls) {
        active.requireLease();
        done.add(active.stopped() ? call : steps.run(turn, call, brief.toolContext()));
      }
      said.add(wanted(done));
      said.add(results(done));
    }
  }

  private List<ToolCall> ask(
      ActiveTurn active,
      int round,
      Briefing.Brief brief,
      List<org.springframework.ai.chat.messages.Message> said,
      Draft draft) {
    boolean toolsAllowed = round < properties.maxToolRounds();
    Question question =
        new Question(said, toolsAllowed ? steps.tools() : List.of(), brief.toolContext());
    Reply reply =
        model.ask(active, brief.model(), question, text -> tell(active.turn(), draft, text));
    active.requireLease();
    draft.add(reply);
    boolean wantsTools = toolsAllowed && !active.stopped() && !reply.toolCalls().isEmpty();
    return wantsTools ? steps.write(active.turn(), round, reply.toolCalls(), draft) : List.of();
  }

  /** {@code index} is where in the answer the text belongs: after a takeover some comes again. */
  private void tell(Turn turn, Draft draft, String text) {
    int index = draft.length();
    realtime.publish(
        turn.userId(),
        "message.delta",
        Map.of(
            "messageId",
            turn.assistantMessageId(),
            "conversationId",
            turn.conversationId(),
            "index",
            index,
            "text",
            draft.append(text)));
  }

  private static AssistantMessage wanted(List<ToolCall> calls) {
    return AssistantMessage.builder()
        .content("")
        .toolCalls(
            calls.stream()
                .map(call ->
                    new AssistantMessage.ToolCall(
                        call.callId(), "function", call.name(), call.arguments()))
                .toList())
        .build();
  }

  private static ToolResponseMessage results(List<ToolCall> calls) {
    return ToolResponseMessage.builder()
        .responses(
            calls.stream()
                .map(call ->
                    new ToolResponse(
                        call.callId(), call.name(), call.result() == null ? "" : call.result()))
                .toList())
        .build();
  }
}
