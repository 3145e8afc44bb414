package app.tdah.chat.assistant.tools;

import app.tdah.defaults.web.ProblemException;
import org.springframework.http.HttpStatus;

/** No open task is what the user means. */
final class NoSuchTask extends ProblemException {

  NoSuchTask() {
    super(HttpStatus.NOT_FOUND, "no-such-task", "There is no open task like that.");
  }
}
