package app.tdah.devstack.launcher;

import app.tdah.devstack.process.CannotStart;
import app.tdah.devstack.servers.Directories;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The process that runs the suite, from {@code up} until Ctrl-C or {@code down}. */
final class Launcher {

  /** Exists while the suite is healthy; {@code up -d} waits for it. */
  static final String READY_FILE = "run/ready";

  static final String CONTROL_FILE = "run/control";

  private final Settings settings;
  private final Console console;
  private final Suite suite;
  private final AotTraining training;
  private final CountDownLatch end = new CountDownLatch(1);
  private final AtomicBoolean stopping = new AtomicBoolean();
  private final CountDownLatch stopped = new CountDownLatch(1);

  Launcher(Settings settings, Console console) throws IOException {
    this.settings = settings;
    this.console = console;
    this.suite =
        new Suite(
            settings,
            List.of(Deployable.values()),
            new OwnRehearsals(settings).kafkaOptions(),
            console);
    this.training =
        new AotTraining(
            Stream.concat(suite.rehearsals().stream(), new OwnRehearsals(settings).all().stream())
                .toList(),
            console);
  }

  /** Runs until the end; the given work is done as soon as all is healthy. */
  void run(@Nullable Runnable whenReady) throws IOException, InterruptedException {
    Directories.makePrivate(settings.data());
    Files.createDirectories(settings.data("run"));
    Path lockFile = settings.data("run").resolve("lock");
    try (FileChannel channel =
        FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      FileLock lock = channel.tryLock();
      if (lock == null) {
        throw new CannotStart(
            "The suite with data in %s is already running.".formatted(settings.data()));
      }
      runLocked(whenReady);
    }
  }

  private void runLocked(@Nullable Runnable whenReady) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    Files.deleteIfExists(settings.data(READY_FILE));
    List<String> ended = new PidFiles(settings.data("run")).endLeftovers();
    if (!ended.isEmpty()) {
      console.say("Ended what an earlier run left: " + String.join(", ", ended));
    }
    suite.checkPorts();
    Thread hook = new Thread(this::stopFromHook, "shutdown");
    Runtime.getRuntime().addShutdownHook(hook);
    try (Control _ =
        Control.listen(settings.data(CONTROL_FILE), new Operations(suite, this::down))) {
      suite.start();
      if (whenReady != null) {
        whenReady.run();
      }
      announce((System.nanoTime() - begin) / 1e9);
      Files.createFile(settings.data(READY_FILE));
      if (!settings.value("AOT").orElse("on").equals("off")) {
        training.begin();
      }
      end.await();
    } catch (CannotStart e) {
      if (!stopping.get()) {
        throw e; // else it failed because it was stopped while it was starting
      }
    } finally {
      stop();
    }
  }

  private void announce(double seconds) {
    Endpoints endpoints = suite.endpoints();
    console.say(
        """

        Personal Assistant is ready after %.1f s.

          Web app     %s
          Simulator   %s   (phone, mailbox, Google)
          Logs        %s
        """
            .formatted(
                seconds, endpoints.publicUrl(), endpoints.simulatorUrl(), settings.data("logs")));
  }

  /** Stops everything; returns when it has stopped, whoever began. */
  private void stop() throws InterruptedException {
    if (stopping.compareAndSet(false, true)) {
      console.status("");
      console.say("Stopping …");
      try {
        Files.deleteIfExists(settings.data(READY_FILE));
        training.stop();
        suite.stop();
        console.say("Stopped.");
      } catch (IOException e) {
        console.say("Stopped, but: " + e.getMessage());
      } finally {
        stopped.countDown();
        end.countDown();
      }
    }
    stopped.await();
  }

  private void down(PrintStream out) throws InterruptedException {
    console.alsoTo(out);
    stop();
  }

  private void stopFromHook() {
    try {
      stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
