package app.tdah.chat.focus;

import app.tdah.defaults.web.ProblemException;
import org.springframework.http.HttpStatus;

/** The user has no such session. */
final class FocusNotFound extends ProblemException {

  FocusNotFound() {
    super(HttpStatus.NOT_FOUND, "focus-session-not-found", "There is no such focus session.");
  }
}
