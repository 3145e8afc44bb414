package app.tdah.chat.conversation;

import app.tdah.defaults.web.ProblemException;
import org.springframework.http.HttpStatus;

/** There is no such conversation, or it is somebody else's. */
public final class ConversationNotFound extends ProblemException {

  public ConversationNotFound() {
    super(HttpStatus.NOT_FOUND, "conversation-not-found", "There is no such conversation.");
  }
}
