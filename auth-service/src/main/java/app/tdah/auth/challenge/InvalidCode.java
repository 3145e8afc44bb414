package app.tdah.auth.challenge;

import app.tdah.defaults.web.ProblemException;
import org.springframework.http.HttpStatus;

/** Not the code, or not any more. */
final class InvalidCode extends ProblemException {

  InvalidCode() {
    super(HttpStatus.UNAUTHORIZED, "invalid-code", "This is not the code, or not any more.");
  }

  InvalidCode(int attemptsLeft) {
    this();
    property("attemptsLeft", attemptsLeft);
  }
}
