package app.tdah.auth.challenge;

import app.tdah.defaults.web.ProblemException;
import org.springframework.http.HttpStatus;

/** Too late, too often, or not the caller's: which of them is not told. */
final class ChallengeEnded extends ProblemException {

  ChallengeEnded() {
    super(HttpStatus.GONE, "challenge-ended", "This sign-in has ended; begin again.");
  }
}
