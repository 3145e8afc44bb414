package app.tdah.chat.focus;

import app.tdah.defaults.web.ProblemException;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** The session's state does not allow it. */
final class FocusConflict extends ProblemException {

  private FocusConflict(String code, String detail) {
    super(HttpStatus.CONFLICT, code, detail);
  }

  static FocusConflict runs(UUID id) {
    FocusConflict conflict =
        new FocusConflict("focus-session-running", "The session " + id + " has not ended yet.");
    conflict.property("focusSessionId", id);
    return conflict;
  }

  /** Somebody else, another tab perhaps, was faster. */
  static FocusConflict justStarted(Throwable cause) {
    FocusConflict conflict =
        new FocusConflict("focus-session-running", "Another session has just been started.");
    conflict.initCause(cause);
    return conflict;
  }

  static FocusConflict over() {
    return new FocusConflict("focus-session-over", "The session has ended already.");
  }
}
