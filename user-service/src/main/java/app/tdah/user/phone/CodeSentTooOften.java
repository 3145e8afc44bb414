package app.tdah.user.phone;

import app.tdah.defaults.web.ProblemException;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/** Codes cost money and can be used to pester people. */
final class CodeSentTooOften extends ProblemException {

  CodeSentTooOften(Duration wait) {
    super(
        HttpStatus.TOO_MANY_REQUESTS,
        "code-sent-too-often",
        "A code was sent already; wait a little before you ask for another.");
    retryAfter(wait);
  }
}
