package app.tdah.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** Does to the suite's processes what a bad night does. */
final class Operator {

  private static final Path DATA =
      Path.of(System.getenv().getOrDefault("ASSISTANT_DATA_DIR", "../.data"));

  private Operator() {}

  /** {@code kill -9}; the launcher starts the component again. */
  static void kill(String component) {
    ProcessHandle.of(pid(component)).orElseThrow().destroyForcibly();
  }

  /** Kills a component and returns when another process serves under its name. */
  static void killAndAwaitSuccessor(String component) {
    long killed = pid(component);
    kill(component);
    Awaitility.await()
        .atMost(Duration.ofSeconds(120))
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> isReady(component) && pid(component) != killed);
  }

  /** Whether {@code ./assistant status} calls it ready. */
  private static boolean isReady(String component) {
    return assistant("status").lines().anyMatch(line -> line.matches(component + " +ready .*"));
  }

  static void stop(String component) {
    assistant("stop", component);
  }

  static void start(String component) {
    assistant("start", component);
  }

  private static String assistant(String... command) {
    try {
      Process process =
          new ProcessBuilder(
                  Stream.concat(Stream.of("../assistant"), Arrays.stream(command)).toList())
              .redirectErrorStream(true)
              .start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(120, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(
            "./assistant " + String.join(" ", command) + " does not end: " + output);
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static long pid(String component) {
    try {
      return Long.parseLong(Files.readString(pidFile(component)).strip().split(" ")[0]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path pidFile(String component) {
    return DATA.resolve("run").resolve(component + ".pid");
  }
}
