package app.tdah.chat.assistant;

import app.tdah.chat.conversation.Message;
import app.tdah.chat.conversation.MessageNotFound;
import app.tdah.chat.conversation.Messages;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Ends an answer at what has come so far, on whichever replica it is made. */
@Component
class StopAnswer {

  private final Messages messages;
  private final Turns turns;
  private final TurnRunner runner;

  StopAnswer(Messages messages, Turns turns, TurnRunner runner) {
    this.messages = messages;
    this.turns = turns;
    this.runner = runner;
  }

  /**
   * Stops an answer, named by its own id or by that of the message it answers; a final one stays as
   * it is.
   *
   * @throws MessageNotFound when it is not the user's
   */
  Message stop(UUID userId, UUID messageId) {
    Message named =
        messages
            .find(messageId)
            .filter(message -> message.userId().equals(userId))
            .orElseThrow(MessageNotFound::new);
    Message answer = named.role() == Message.Role.USER ? messages.answerTo(named.id()) : named;
    if (!answer.status().isFinal()) {
      turns.requestStop(answer.id());
      runner.stop(answer.id());
    }
    return answer;
  }
}
