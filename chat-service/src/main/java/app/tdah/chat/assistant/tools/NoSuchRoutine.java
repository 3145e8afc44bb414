package app.tdah.chat.assistant.tools;

import app.tdah.defaults.web.ProblemException;
import org.springframework.http.HttpStatus;

/** No routine or step is what the user means. */
final class NoSuchRoutine extends ProblemException {

  NoSuchRoutine() {
    super(HttpStatus.NOT_FOUND, "no-such-routine", "There is no routine or step like that.");
  }
}
