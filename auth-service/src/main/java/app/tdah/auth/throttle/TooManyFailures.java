package app.tdah.auth.throttle;

import app.tdah.defaults.web.ProblemException;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/** Somebody has to wait before the next attempt: 429 with {@code Retry-After}. */
public final class TooManyFailures extends ProblemException {

  private final Duration delay;

  TooManyFailures(Duration delay) {
    super(
        HttpStatus.TOO_MANY_REQUESTS,
        "too-many-attempts",
        "Too many failed attempts. Wait a while before the next one.");
    this.delay = delay;
    retryAfter(delay);
  }

  /** How long to wait. */
  public Duration delay() {
    return delay;
  }
}
