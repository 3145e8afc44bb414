package app.tdah.auth.session;

import app.tdah.defaults.web.ProblemException;
import org.springframework.http.HttpStatus;

final class InvalidRefreshToken extends ProblemException {

  InvalidRefreshToken() {
    super(HttpStatus.UNAUTHORIZED, "invalid-refresh-token", "The session is over. Sign in again.");
  }
}
