package app.tdah.devstack.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A process of ours, in a session of its own so that a terminal's Ctrl-C reaches only us, and told
 * by the kernel to stop when we die, however that happens.
 */
public final class ChildProcess {

  private static final long LOG_LIMIT = 20L << 20;

  /** PR_SET_PDEATHSIG fires when the <em>thread</em> that forked ends, so one thread forks all. */
  private static final ExecutorService FORKER =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("forker").factory());

  private final Process process;
  private final StopSignal stopSignal;

  private ChildProcess(Process process, StopSignal stopSignal) {
    this.process = process;
    this.stopSignal = stopSignal;
  }

  /** Starts a process; it may still fail at once, see {@link #exit()}. */
  public static ChildProcess start(Command command) throws IOException, InterruptedException {
    Files.createDirectories(command.log().toAbsolutePath().getParent());
    rotate(command.log());
    ProcessBuilder builder =
        new ProcessBuilder(wrapped(command))
            .redirectErrorStream(true)
            .redirectInput(Redirect.from(new File("/dev/null")))
            .redirectOutput(Redirect.appendTo(command.log().toFile()));
    builder.environment().putAll(command.environment());
    try {
      return new ChildProcess(FORKER.submit(builder::start).get(), command.stopSignal());
    } catch (ExecutionException e) {
      throw new IOException("cannot start " + command.arguments().getFirst(), e.getCause());
    }
  }

  public long pid() {
    return process.pid();
  }

  public boolean alive() {
    return process.isAlive();
  }

  /** Completes with the exit code when the process ends. */
  public CompletableFuture<Integer> exit() {
    return process.onExit().thenApply(Process::exitValue);
  }

  /** Asks for an orderly end and, when the patience is over, kills. */
  public void stop(Duration patience) throws InterruptedException {
    if (!process.isAlive()) {
      return;
    }
    signal(process.pid(), stopSignal.name());
    if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }

  /** Sends a signal to any process; one that is gone is no error. */
  public static void signal(long pid, String signal) throws InterruptedException {
    try {
      new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
          .redirectErrorStream(true)
          .redirectOutput(Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> wrapped(Command command) {
    List<String> line = new ArrayList<>(List.of("setsid"));
    if (command.unprivileged()) {
      line.addAll(Unprivileged.prefix());
    }
    line.addAll(List.of("setpriv", "--pdeathsig", command.stopSignal().name(), "--"));
    line.addAll(command.arguments());
    return line;
  }

  private static void rotate(Path log) throws IOException {
    if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
      Path old = log.resolveSibling(log.getFileName() + ".1");
      Files.move(log, old, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
