package app.tdah.chat.routine;

import app.tdah.defaults.web.ProblemException;
import org.springframework.http.HttpStatus;

/** The user has no such routine, or it has no such step. */
final class RoutineNotFound extends ProblemException {

  RoutineNotFound() {
    super(HttpStatus.NOT_FOUND, "routine-not-found", "There is no such routine or step.");
  }
}
