package app.tdah.devstack.launcher;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** What the person at the terminal sees: lines, and below them one line that changes. */
final class Console {

  private static final String CLEAR_LINE = "\r\033[K";

  private final PrintStream out;
  private final boolean terminal;
  private final List<PrintStream> listeners = new ArrayList<>();
  private String status = "";

  Console(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** On our standard output. */
  static Console ofSystem() {
    java.io.Console console = System.console();
    return new Console(System.out, console != null && console.isTerminal());
  }

  synchronized void say(String line) {
    if (terminal) {
      out.print(CLEAR_LINE);
    }
    out.println(line);
    if (terminal) {
      out.print(status);
    }
    out.flush();
    listeners.forEach(listener -> listener.println(line));
  }

  /** Shows what is going on; nothing where the output is no terminal. */
  synchronized void status(String text) {
    status = text;
    if (terminal) {
      out.print(CLEAR_LINE + text);
      out.flush();
    }
  }

  /** Lets another stream have the lines as well. */
  synchronized void alsoTo(PrintStream listener) {
    listeners.add(listener);
  }
}
