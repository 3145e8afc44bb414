package app.tdah.chat.assistant;

import app.tdah.chat.conversation.Message;
import app.tdah.chat.conversation.Messages;
import app.tdah.chat.reminder.AnswerNudge;
import org.springframework.stereotype.Component;

/**
 * Answers that need no model: one word to the reminder that was told last means the same on every
 * channel, with every model, and is acted upon once.
 */
@Component
class ShortAnswers {

  private final Messages messages;
  private final AnswerNudge nudges;
  private final FinishAnswer finish;

  ShortAnswers(Messages messages, AnswerNudge nudges, FinishAnswer finish) {
    this.messages = messages;
    this.nudges = nudges;
    this.finish = finish;
  }

  /** False when the message is for the model. */
  boolean finished(Turn turn, Draft draft) {
    return messages
        .find(turn.userMessageId())
        .filter(question -> draft.length() == 0 && AnswerNudge.mayBe(question.content()))
        .map(question -> finished(turn, draft, question))
        .orElse(false);
  }

  private boolean finished(Turn turn, Draft draft, Message question) {
    return finish.completeWith(
        turn, draft, () -> nudges.answer(turn.userId(), question.content(), question.createdAt()));
  }
}
