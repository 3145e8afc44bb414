package app.tdah.auth.account;

import app.tdah.defaults.web.ProblemException;
import org.springframework.http.HttpStatus;

/** The password was changed while somebody signed in with the one before. */
final class PasswordOutdated extends ProblemException {

  PasswordOutdated() {
    super(
        HttpStatus.UNAUTHORIZED,
        "invalid-credentials",
        "E-mail address or password are not right.");
  }
}
