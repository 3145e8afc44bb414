package app.tdah.chat.task;

import app.tdah.defaults.web.ProblemException;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** The user has no such task. */
public final class TaskNotFound extends ProblemException {

  TaskNotFound(UUID id) {
    super(HttpStatus.NOT_FOUND, "task-not-found", "There is no task " + id + ".");
  }
}
