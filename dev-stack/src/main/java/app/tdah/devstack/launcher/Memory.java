package app.tdah.devstack.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Resident memory as the kernel counts it: shared pages are divided among those who share them. */
final class Memory {

  private static final long KILO = 1024;

  private Memory() {}

  /** Megabytes of a process and all its descendants; 0 when there is none. */
  static long residentMegabytes(long pid) {
    if (pid == 0) {
      return 0;
    }
    long kilobytes =
        ProcessHandle.of(pid).stream()
            .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
            .mapToLong(process -> proportionalKilobytes(process.pid()))
            .sum();
    return kilobytes / KILO;
  }

  private static long proportionalKilobytes(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "smaps_rollup"))) {
      return lines
          .filter(line -> line.startsWith("Pss:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
          .sum();
    } catch (IOException | UncheckedIOException e) {
      return 0; // gone meanwhile
    }
  }
}
