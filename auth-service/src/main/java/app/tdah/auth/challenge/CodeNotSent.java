package app.tdah.auth.challenge;

import app.tdah.defaults.web.ProblemException;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/** Too many codes were texted: 429, with {@code Retry-After} when waiting helps. */
final class CodeNotSent extends ProblemException {

  private CodeNotSent(String detail) {
    super(HttpStatus.TOO_MANY_REQUESTS, "code-sent-too-often", detail);
  }

  /** The same challenge may ask again after a while. */
  static ProblemException yet(Duration wait) {
    return new CodeNotSent("A code was sent a moment ago; wait a little before the next.")
        .retryAfter(wait);
  }

  /**
   * This challenge gets no more, however long it waits.
   *
   * @param wait how long another one would have to wait too
   */
  static ProblemException forThisSignIn(Duration wait) {
    ProblemException problem =
        new CodeNotSent("No more codes are sent for this sign-in; begin it again.");
    return wait.isPositive() ? problem.retryAfter(wait) : problem;
  }
}
