package app.tdah.chat.assistant;

import app.tdah.chat.conversation.Channel;
import app.tdah.chat.conversation.Conversations;
import app.tdah.chat.conversation.Message;
import app.tdah.defaults.events.EventPublisher;
import app.tdah.events.AnalyticsEvent.UsageRecorded;
import app.tdah.events.CommunicationEvent.MessageAnswered;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Tells the other services what became of a message; part of the transaction that ends the turn.
 */
@Component
class AnswerEvents {

  private final Conversations conversations;
  private final Prices prices;
  private final SmsReply sms;
  private final EventPublisher events;
  private final Clock clock;

  AnswerEvents(
      Conversations conversations,
      Prices prices,
      SmsReply sms,
      EventPublisher events,
      Clock clock) {
    this.conversations = conversations;
    this.prices = prices;
    this.sms = sms;
    this.events = events;
    this.clock = clock;
  }

  /** There is an answer; by text message too, where the question came that way. */
  void answered(Turn turn, Draft draft, Message question, Message answer) {
    used(turn, draft);
    Channel channel = channel(turn);
    events.publish(
        new MessageAnswered(
            turn.userId(),
            question.id(),
            turn.conversationId(),
            channel.name(),
            draft.model(),
            Math.max(0, Duration.between(answer.createdAt(), clock.instant()).toMillis())));
    if (channel == Channel.SMS) {
      sms.send(turn.userId(), answer.content());
    }
  }

  /** There is none, but tokens may have been used. */
  void failed(Turn turn, Draft draft) {
    used(turn, draft);
    if (channel(turn) == Channel.SMS) {
      sms.apologise(turn.userId());
    }
  }

  private void used(Turn turn, Draft draft) {
    Instant now = clock.instant();
    Prices.Cost cost = prices.of(draft, now);
    used(turn, "ai.tokens.input", draft.inputTokens(), cost.inputMicros(), cost, now);
    used(turn, "ai.tokens.output", draft.outputTokens(), cost.outputMicros(), cost, now);
  }

  private void used(
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
}
