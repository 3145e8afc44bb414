package app.tdah.chat.memory;

import app.tdah.defaults.web.ProblemException;
import org.springframework.http.HttpStatus;

/** There is no such fact, or it is somebody else's. */
public final class MemoryNotFound extends ProblemException {

  public MemoryNotFound() {
    super(HttpStatus.NOT_FOUND, "not-found", "There is no such memory.");
  }
}
