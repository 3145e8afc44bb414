package app.tdah.chat.conversation;

import app.tdah.defaults.web.ProblemException;
import org.springframework.http.HttpStatus;

/** There is no such message, or it is somebody else's. */
public final class MessageNotFound extends ProblemException {

  public MessageNotFound() {
    super(HttpStatus.NOT_FOUND, "message-not-found", "There is no such message.");
  }
}
