package app.tdah.devstack.launcher;

import app.tdah.devstack.process.ChildProcess;
import app.tdah.devstack.process.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes the AOT caches that are missing, one after the other and only with processor time that
 * nobody else wants. A cache halves the time of a service's next start.
 */
final class AotTraining {

  private final List<Service> services;
  private final Console console;
  private volatile @Nullable ChildProcess training;
  private volatile boolean stopped;

  AotTraining(List<Service> services, Console console) {
    this.services = services;
    this.console = console;
  }

  /** Works in the background until all caches are there. */
  void begin() {
    Thread.ofPlatform().daemon().name("aot-training").start(this::trainAll);
  }

  /** Ends the work; what is not complete is made another time. */
  void stop() throws InterruptedException {
    stopped = true;
    ChildProcess running = training;
    if (running != null) {
      ProcessHandle.of(running.pid()).stream()
          .flatMap(ProcessHandle::descendants)
          .forEach(ProcessHandle::destroyForcibly);
      running.stop(Duration.ZERO);
    }
  }

  /** Makes all missing caches and returns. */
  void trainAll() {
    List<Service> untrained =
        services.stream().filter(service -> !Files.exists(service.aotCache())).toList();
    if (untrained.isEmpty()) {
      return;
    }
    console.say(
        "Preparing faster starts in the background (%d AOT caches).".formatted(untrained.size()));
    for (Service service : untrained) {
      if (!stopped) {
        train(service);
      }
    }
    if (!stopped) {
      console.say("The next start will be faster: all AOT caches are made.");
    }
  }

  private void train(Service service) {
    Path cache = service.aotCache();
    Path fresh = cache.resolveSibling(cache.getFileName() + ".new");
    try {
      Command command = service.training(fresh);
      ChildProcess process = ChildProcess.start(command);
      training = process;
      process.exit().join();
      if (!stopped && Files.exists(fresh)) {
        Files.move(fresh, cache, StandardCopyOption.ATOMIC_MOVE);
      } else if (!stopped) {
        console.say("No AOT cache for %s: see %s".formatted(service.name(), command.log()));
      }
      Files.deleteIfExists(fresh);
    } catch (IOException e) {
      console.say("No AOT cache for %s: %s".formatted(service.name(), e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
