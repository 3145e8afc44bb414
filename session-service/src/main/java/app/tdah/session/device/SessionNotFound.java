package app.tdah.session.device;

import app.tdah.defaults.web.ProblemException;
import org.springframework.http.HttpStatus;

final class SessionNotFound extends ProblemException {

  SessionNotFound() {
    super(HttpStatus.NOT_FOUND, "session-not-found", "You have no such session.");
  }
}
