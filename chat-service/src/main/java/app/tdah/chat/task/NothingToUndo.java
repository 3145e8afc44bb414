package app.tdah.chat.task;

import app.tdah.defaults.web.ProblemException;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** There is no such change, or it is not in effect. */
final class NothingToUndo extends ProblemException {

  private NothingToUndo(HttpStatus status, String code, String detail) {
    super(status, code, detail);
  }

  static NothingToUndo atAll() {
    return new NothingToUndo(
        HttpStatus.CONFLICT, "nothing-to-undo", "There is nothing left to undo.");
  }

  static NothingToUndo named(UUID id) {
    return new NothingToUndo(
        HttpStatus.NOT_FOUND, "operation-not-found", "There is no operation " + id + ".");
  }

  static NothingToUndo already(UUID id) {
    return new NothingToUndo(
        HttpStatus.CONFLICT, "already-undone", "The operation " + id + " has been undone.");
  }
}
