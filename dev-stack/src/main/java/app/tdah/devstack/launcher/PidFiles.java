package app.tdah.devstack.launcher;

import app.tdah.devstack.process.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * {@code run/<component>.pid}: process id and start time of each process of ours, so that what a
 * killed launcher leaves can be told from a stranger with the same id.
 */
final class PidFiles {

  private static final String SUFFIX = ".pid";
  private static final Duration CLOCK_GRAIN = Duration.ofSeconds(2);

  private final Path directory;

  PidFiles(Path directory) {
    this.directory = directory;
  }

  void write(String name, long pid) throws IOException {
    Optional<Instant> start =
        ProcessHandle.of(pid).flatMap(process -> process.info().startInstant());
    Files.createDirectories(directory);
    Files.writeString(
        directory.resolve(name + SUFFIX),
        pid + " " + start.map(Instant::toString).orElse("") + "\n");
  }

  void delete(String name) throws IOException {
    Files.deleteIfExists(directory.resolve(name + SUFFIX));
  }

  /** Ends what an earlier launcher left; returns the names of what still ran. */
  List<String> endLeftovers() throws IOException, InterruptedException {
    List<String> ended = new ArrayList<>();
    for (Path file : files()) {
      Optional<ProcessHandle> process = processOf(file);
      if (process.isPresent()) {
        ended.add(file.getFileName().toString().replace(SUFFIX, ""));
        end(process.get());
      }
      Files.deleteIfExists(file);
    }
    return ended;
  }

  private List<Path> files() throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList();
    }
  }

  private static Optional<ProcessHandle> processOf(Path file) throws IOException {
    String[] parts = Files.readString(file).strip().split(" ");
    if (parts.length != 2) {
      return Optional.empty();
    }
    Instant start = Instant.parse(parts[1]);
    return ProcessHandle.of(Long.parseLong(parts[0]))
        .filter(ProcessHandle::isAlive)
        .filter(process ->
            process
                .info()
                .startInstant()
                .map(now -> Duration.between(start, now).abs().compareTo(CLOCK_GRAIN) < 0)
                .orElse(false));
  }

  private static void end(ProcessHandle process) throws InterruptedException {
    // INT ends PostgreSQL at once and every JVM as orderly as TERM does.
    ChildProcess.signal(process.pid(), "INT");
    for (int i = 0; i < 200 && process.isAlive(); i++) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
    if (process.isAlive()) {
      process.destroyForcibly();
    }
  }
}
