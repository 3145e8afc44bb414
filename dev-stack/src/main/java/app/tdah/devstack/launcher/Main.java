package app.tdah.devstack.launcher;

import app.tdah.devstack.process.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The commands of {@code ./assistant} that need the launcher. */
public final class Main {

  private final Settings settings;
  private final List<String> arguments;

  private Main(Settings settings, List<String> arguments) {
    this.settings = settings;
    this.arguments = arguments;
  }

  /** Runs one command; the system property {@code assistant.home} is the repository's root. */
  public static void main(String[] args) {
    System.setProperty("logback.configurationFile", "app/tdah/devstack/launcher/logback.xml");
    System.exit(run(args));
  }

  private static int run(String[] args) {
    try {
      Path home = Path.of(System.getProperty("assistant.home", "."));
      List<String> arguments = Arrays.asList(args);
      return new Main(new Settings(home, System.getenv()), arguments).run();
    } catch (CannotStart e) {
      System.err.println("✗ " + e.getMessage());
      return 1;
    } catch (IOException e) {
      System.err.println("✗ " + e);
      return 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 130;
    }
  }

  private int run() throws IOException, InterruptedException {
    String command = arguments.isEmpty() ? "" : arguments.getFirst();
    return switch (command) {
      case "up" -> up();
      case "down" -> down();
      case "status" -> ask("status", "") ? 0 : notRunning(3);
      case "start", "stop", "restart" -> ask(command, argument(1)) ? 0 : notRunning(1);
      case "logs" -> logs();
      case OwnRehearsals.COMMAND -> {
        OwnRehearsals.rehearse(settings, arguments.subList(1, arguments.size()));
        yield 0;
      }
      default -> throw new CannotStart("There is no command \"%s\".".formatted(command));
    };
  }

  private int up() throws IOException, InterruptedException {
    if (Files.exists(settings.data(Launcher.READY_FILE)) && ask("status", "")) {
      System.out.println("It is already running.");
      return 0;
    }
    if (arguments.contains("-d")) {
      List<String> rest = new ArrayList<>(arguments);
      rest.remove("-d");
      return new BackgroundStart(settings).run(rest) ? 0 : 1;
    }
    Console console = Console.ofSystem();
    new Launcher(settings, console).run(arguments.contains("--demo") ? demo(console) : null);
    return 0;
  }

  private @Nullable Runnable demo(Console console) {
    return new Demo(Endpoints.of(settings), console);
  }

  private int down() throws IOException, InterruptedException {
    Path control = settings.data(Launcher.CONTROL_FILE);
    if (Control.send(control, "down", "", System.out)) {
      return 0;
    }
    List<String> ended = new PidFiles(settings.data("run")).endLeftovers();
    System.out.println(
        ended.isEmpty()
            ? "Nothing is running."
            : "Ended what a killed run left: " + String.join(", ", ended));
    return 0;
  }

  private boolean ask(String command, String argument) throws IOException {
    return Control.send(settings.data(Launcher.CONTROL_FILE), command, argument, System.out);
  }

  private static int notRunning(int code) {
    System.out.println("Nothing is running: ./assistant up starts it.");
    return code;
  }

  private int logs() throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(List.of("tail", "-n", "100", "-F"));
    if (arguments.size() > 1) {
      Path log = settings.log(argument(1));
      Path longer = settings.log(argument(1) + "-service");
      if (!Files.exists(log) && !Files.exists(longer)) {
        throw new CannotStart("There is no log %s.".formatted(log));
      }
      line.add((Files.exists(log) ? log : longer).toString());
    } else {
      try (var logs = Files.newDirectoryStream(settings.data("logs"), "*.log")) {
        logs.forEach(log -> line.add(log.toString()));
      }
    }
    return new ProcessBuilder(line).inheritIO().start().waitFor();
  }

  private String argument(int index) {
    if (arguments.size() <= index) {
      throw new CannotStart(
          "Say which one: ./assistant %s <component>".formatted(arguments.getFirst()));
    }
    return arguments.get(index);
  }
}
