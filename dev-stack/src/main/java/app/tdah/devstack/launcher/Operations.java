package app.tdah.devstack.launcher;

import app.tdah.devstack.process.CannotStart;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/**
 * What the running launcher does for {@code ./assistant status}, {@code down}, {@code restart} …
 */
final class Operations implements Control.Commands {

  /** Stops the suite and says so on this stream as well. */
  interface Down {
    void stop(PrintStream out) throws InterruptedException;
  }

  private static final Duration PATIENCE = Duration.ofSeconds(25);

  private final Suite suite;
  private final Down down;

  Operations(Suite suite, Down down) {
    this.suite = suite;
    this.down = down;
  }

  @Override
  public void run(String command, String argument, PrintStream out) throws InterruptedException {
    switch (command) {
      case "status" -> status(out);
      case "down" -> down.stop(out);
      case "start", "stop", "restart" -> single(command, argument, out);
      default -> out.println("There is no command " + command + ".");
    }
  }

  private void single(String command, String name, PrintStream out) throws InterruptedException {
    Supervised component = suite.component(name).orElse(null);
    if (component == null) {
      out.println(
          "There is no component %s; there are %s."
              .formatted(
                  name,
                  String.join(", ", suite.components().stream().map(Supervised::name).toList())));
      return;
    }
    try {
      if (!command.equals("start")) {
        component.stop(PATIENCE);
      }
      if (!command.equals("stop") && component.pid() == 0) {
        component.start();
      }
      out.println("%s: %s".formatted(component.name(), word(component)));
    } catch (CannotStart e) {
      out.println(e.getMessage());
    }
  }

  private void status(PrintStream out) {
    long total = Memory.residentMegabytes(ProcessHandle.current().pid());
    for (Supervised component : suite.components()) {
      long pid = component.pid();
      out.println(
          "%-20s %-10s pid %-7d port %-6d %5d MB"
              .formatted(
                  component.name(),
                  word(component),
                  pid,
                  component.component().port(),
                  Memory.residentMegabytes(pid)));
    }
    out.println(
        "%-20s %-10s pid %-7d port %-6d"
            .formatted(
                "simulator",
                "ready",
                ProcessHandle.current().pid(),
                suite.endpoints().simulator()));
    out.println("in all %d MB resident, launcher included".formatted(total));
    out.println(
        "web app "
            + suite.endpoints().publicUrl()
            + ", simulator "
            + suite.endpoints().simulatorUrl());
  }

  private static String word(Supervised component) {
    return component.state().name().toLowerCase(Locale.ROOT);
  }
}
