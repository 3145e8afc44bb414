package app.tdah.user.push;

import app.tdah.defaults.web.ProblemException;
import org.springframework.http.HttpStatus;

/** The user has no subscription with this id. */
final class PushSubscriptionNotFound extends ProblemException {

  PushSubscriptionNotFound() {
    super(
        HttpStatus.NOT_FOUND, "push-subscription-not-found", "You have no such push subscription.");
  }
}
