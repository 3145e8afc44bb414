package app.tdah.devstack.process;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A part of the suite that runs as one process. */
public interface Component {

  /** The name in messages, of the log and of the pid file, such as {@code chat-service}. */
  String name();

  /** The TCP port on which it serves. */
  int port();

  /**
   * Makes what the process needs on disk; called before every start, so it changes nothing that is
   * there.
   *
   * @throws CannotStart when what is there cannot be used
   */
  default void prepare() throws IOException, InterruptedException {}

  /** How to start it now. */
  Command command();

  /** Whether it does its work; called again and again, never blocks for long. */
  boolean ready();

  /** What to do about a process that died with these last lines in its log. */
  default Optional<String> remedy(List<String> lastLines) {
    return Optional.empty();
  }
}
