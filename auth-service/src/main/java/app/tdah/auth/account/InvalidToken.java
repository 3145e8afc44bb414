package app.tdah.auth.account;

import app.tdah.defaults.web.ProblemException;
import org.springframework.http.HttpStatus;

final class InvalidToken extends ProblemException {

  InvalidToken() {
    super(
        HttpStatus.BAD_REQUEST,
        "invalid-token",
        "This link was used already or is too old. Ask for a new one.");
  }
}
