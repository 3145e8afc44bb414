package app.tdah.user.notification;

import app.tdah.defaults.web.ProblemException;
import org.springframework.http.HttpStatus;

/** The user has no notification with this id. */
final class NotificationNotFound extends ProblemException {

  NotificationNotFound() {
    super(HttpStatus.NOT_FOUND, "notification-not-found", "You have no such notification.");
  }
}
