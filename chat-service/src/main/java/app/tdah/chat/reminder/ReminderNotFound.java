package app.tdah.chat.reminder;

import app.tdah.defaults.web.ProblemException;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** The user has no such reminder. */
public final class ReminderNotFound extends ProblemException {

  ReminderNotFound(UUID id) {
    super(HttpStatus.NOT_FOUND, "reminder-not-found", "There is no reminder " + id + ".");
  }
}
