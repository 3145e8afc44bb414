package app.tdah.chat.assistant;

import app.tdah.defaults.web.ProblemException;
import org.springframework.http.HttpStatus;

/** The id that a client made up is another message's. */
final class MessageIdTaken extends ProblemException {

  MessageIdTaken() {
    super(HttpStatus.CONFLICT, "message-id-taken", "This id belongs to another message.");
  }
}
