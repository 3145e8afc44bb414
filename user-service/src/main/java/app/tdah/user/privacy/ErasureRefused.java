package app.tdah.user.privacy;

import app.tdah.defaults.web.ProblemException;
import org.springframework.http.HttpStatus;

/** Why an erasure cannot be cancelled. */
final class ErasureRefused extends ProblemException {

  private ErasureRefused(HttpStatus status, String code, String detail) {
    super(status, code, detail);
  }

  static ErasureRefused notScheduled() {
    return new ErasureRefused(
        HttpStatus.NOT_FOUND, "erasure-not-scheduled", "There is nothing to cancel.");
  }

  static ErasureRefused running() {
    return new ErasureRefused(
        HttpStatus.CONFLICT, "erasure-running", "Your data is being deleted already.");
  }
}
