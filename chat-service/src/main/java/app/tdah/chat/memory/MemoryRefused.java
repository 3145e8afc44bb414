package app.tdah.chat.memory;

import app.tdah.defaults.web.ProblemException;
import org.springframework.http.HttpStatus;

/** A fact is not kept. */
final class MemoryRefused extends ProblemException {

  private MemoryRefused(String code, String detail) {
    super(HttpStatus.CONFLICT, code, detail);
  }

  static MemoryRefused off() {
    return new MemoryRefused("memory-off", "Memory is switched off.");
  }

  static MemoryRefused full(int most) {
    return new MemoryRefused("memory-full", "There are " + most + " facts already; forget some.");
  }
}
