package app.tdah.devstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;

/**
 * Runs a program without root's identity. PostgreSQL refuses to run as root; in a user namespace
 * with no mapping root is nobody, and still owns its own files.
 */
public final class Unprivileged {

  private static final String ROOT = "root";

  private Unprivileged() {}

  /** What to put in front of a command line; nothing for an ordinary user. */
  public static List<String> prefix() {
    return System.getProperty("user.name").equals(ROOT) ? List.of("unshare", "-U") : List.of();
  }

  /**
   * Checks that {@link #prefix()} works on this machine.
   *
   * @throws CannotStart when root may not make user namespaces
   */
  static void check() throws InterruptedException {
    if (prefix().isEmpty()) {
      return;
    }
    try {
      Process probe =
          new ProcessBuilder("unshare", "-U", "true")
              .redirectErrorStream(true)
              .redirectOutput(Redirect.DISCARD)
              .start();
      if (probe.waitFor() != 0) {
        throw new CannotStart(
            "PostgreSQL does not run as root, and this machine allows no user namespaces:"
                + " run ./assistant as an ordinary user.");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
