package app.tdah.devstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A component whose process has been started. */
public final class RunningComponent {

  private static final long TAIL_BYTES = 64 * 1024;
  private static final Duration POLL = Duration.ofMillis(100);

  private final Component component;
  private final ChildProcess process;
  private final Path log;
  private final long logStart;

  private RunningComponent(Component component, ChildProcess process, Path log, long logStart) {
    this.component = component;
    this.process = process;
    this.log = log;
    this.logStart = logStart;
  }

  /** Prepares and starts; the component is not ready yet. */
  public static RunningComponent start(Component component) throws InterruptedException {
    try {
      component.prepare();
      Command command = component.command();
      if (command.unprivileged()) {
        Unprivileged.check();
      }
      Path log = command.log();
      long logStart = Files.exists(log) ? Files.size(log) : 0;
      return new RunningComponent(component, ChildProcess.start(command), log, logStart);
    } catch (IOException e) {
      throw new CannotStart(component.name() + " cannot be started: " + e.getMessage(), e);
    }
  }

  public Component component() {
    return component;
  }

  public ChildProcess process() {
    return process;
  }

  /**
   * Returns when the component is ready.
   *
   * @throws CannotStart when its process dies or the patience is over
   */
  public void awaitReady(Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (!component.ready()) {
      if (!process.alive()) {
        throw died();
      }
      if (System.nanoTime() > end) {
        throw new CannotStart(
            "%s is not ready after %d s: see %s"
                .formatted(component.name(), patience.toSeconds(), log));
      }
      TimeUnit.NANOSECONDS.sleep(POLL.toNanos());
    }
  }

  /** Stops the process: orderly, then by force. */
  public void stop(Duration patience) throws InterruptedException {
    process.stop(patience);
  }

  /** What to say about a process that ended by itself. */
  public CannotStart died() {
    List<String> lines = lastLines();
    String reason =
        component
            .remedy(lines)
            .orElseGet(() -> "see " + log + (lines.isEmpty() ? "" : ": " + lines.getLast()));
    return new CannotStart("%s died: %s".formatted(component.name(), reason));
  }

  /** What this process has written, at most the end of it. */
  private List<String> lastLines() {
    try (FileChannel channel = FileChannel.open(log)) {
      long begin = Math.max(Math.min(logStart, channel.size()), channel.size() - TAIL_BYTES);
      ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size() - begin));
      channel.read(bytes, begin);
      return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8)
          .lines()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
