package app.tdah.chat.task;

import app.tdah.defaults.web.ProblemException;
import java.util.List;
import org.springframework.http.HttpStatus;

/** What is to be undone has changed again meanwhile. */
final class ChangedSince extends ProblemException {

  ChangedSince(List<String> fields) {
    super(
        HttpStatus.CONFLICT,
        "changed-since",
        "This has changed again since; undo the later change first.");
    property("fields", fields);
  }
}
