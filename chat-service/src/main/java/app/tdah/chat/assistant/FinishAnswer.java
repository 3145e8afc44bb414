package app.tdah.chat.assistant;

import app.tdah.chat.conversation.Channel;
import app.tdah.chat.conversation.Conversations;
import app.tdah.chat.conversation.Message;
import app.tdah.chat.conversation.MessageViews;
import app.tdah.chat.conversation.Messages;
import app.tdah.chat.realtime.Realtime;
import app.tdah.defaults.events.EventPublisher;
import app.tdah.events.AnalyticsEvent.UsageRecorded;
import app.tdah.events.CommunicationEvent.MessageAnswered;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends a turn: the answer, what it cost and the events of it are one transaction. */
@Component
class FinishAnswer {

  private final Turns turns;
  private final Messages messages;
  private final MessageViews views;
  private final Conversations conversations;
  private final Prices prices;
  private final SmsReply sms;
  private final EventPublisher events;
  private final Realtime realtime;
  private final TurnSignal signal;
  private final TransactionTemplate transactions;
  private final Clock clock;

  FinishAnswer(
      Turns turns,
      Messages messages,
      MessageViews views,
      Conversations conversations,
      Prices prices,
      SmsReply sms,
      EventPublisher events,
      Realtime realtime,
      TurnSignal signal,
      TransactionTemplate transactions,
      Clock clock) {
    this.turns = turns;
    this.messages = messages;
    this.views = views;
    this.conversations = conversations;
    this.prices = prices;
    this.sms = sms;
    this.events = events;
    this.realtime = realtime;
    this.signal = signal;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** The answer is as long as it gets. */
  void complete(Turn turn, Draft draft, Message.Status status) {
    commit(
        turn,
        () -> {
          Message answer = write(turn, draft, status);
          Channel channel = channel(turn);
          events.publish(
              new MessageAnswered(
                  turn.userId(),
                  turn.userMessageId(),
                  turn.conversationId(),
                  channel.name(),
                  draft.model(),
                  latencyMillis(turn)));
          if (channel == Channel.SMS) {
            sms.send(turn.userId(), answer.content());
          }
          realtime.publish(turn.userId(), "message.completed", Map.of("message", views.of(answer)));
        });
  }

  /** There will be no answer, or not more of it; what came is kept. */
  void fail(Turn turn, Draft draft, String code, String detail) {
    commit(
        turn,
        () -> {
          Message answer = write(turn, draft, Message.Status.FAILED);
          if (channel(turn) == Channel.SMS) {
            sms.apologise(turn.userId());
          }
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
    record(turn, draft);
    return messages.progress(
        turn.assistantMessageId(), draft.content(), status, prices.usage(draft));
  }

  private void record(Turn turn, Draft draft) {
    Instant now = clock.instant();
    Prices.Cost cost = prices.of(draft, now);
    usage(turn, "ai.tokens.input", draft.inputTokens(), cost.inputMicros(), cost, now);
    usage(turn, "ai.tokens.output", draft.outputTokens(), cost.outputMicros(), cost, now);
  }

  private void usage(
      Turn turn, String meter, long tokens, long micros, Prices.Cost cost, Instant now) {
    if (tokens > 0) {
      events.publish(
          new UsageRecorded(
              turn.userId(), meter, tokens, "token", micros, cost.currency(), cost.version(), now));
    }
  }

  private Channel channel(Turn turn) {
    return conversations.require(turn.userId(), turn.conversationId()).channel();
  }

  private long latencyMillis(Turn turn) {
    Instant accepted =
        messages.find(turn.userMessageId()).map(Message::createdAt).orElseGet(clock::instant);
    return Math.max(0, Duration.between(accepted, clock.instant()).toMillis());
  }
}
