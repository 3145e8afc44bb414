package app.tdah.devstack.launcher;

import app.tdah.devstack.process.ChildProcess;
import app.tdah.devstack.process.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes the AOT caches that are missing, one after the other and only with processor time that
 * nobody else wants. A cache halves the time of a service's next start.
 */
final class AotTraining {

  private final List<Rehearsal> rehearsals;
  private final Console console;
  private volatile @Nullable ChildProcess training;
  private volatile boolean stopped;

  AotTraining(List<Rehearsal> rehearsals, Console console) {
    this.rehearsals = rehearsals;
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

  private void trainAll() {
    List<Rehearsal> missing =
        rehearsals.stream().filter(rehearsal -> !Files.exists(rehearsal.cache())).toList();
    if (missing.isEmpty()) {
      return;
    }
    console.say(
        "Preparing faster starts in the background (%d AOT caches).".formatted(missing.size()));
    for (Rehearsal rehearsal : missing) {
      if (!stopped) {
        train(rehearsal);
      }
    }
    if (!stopped) {
      console.say("The next start will be faster: the AOT caches are made.");
    }
  }

  private void train(Rehearsal rehearsal) {
    try {
      Files.createDirectories(rehearsal.cache().getParent());
      ChildProcess process = ChildProcess.start(idle(rehearsal.command()));
      training = process;
      process.exit().join();
      if (!stopped && Files.exists(rehearsal.fresh())) {
        Files.move(rehearsal.fresh(), rehearsal.cache(), StandardCopyOption.ATOMIC_MOVE);
      } else if (!stopped) {
        console.say(
            "No AOT cache for %s: see %s".formatted(rehearsal.name(), rehearsal.command().log()));
      }
      Files.deleteIfExists(rehearsal.fresh());
    } catch (IOException e) {
      console.say("No AOT cache for %s: %s".formatted(rehearsal.name(), e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Command idle(Command command) {
    List<String> line = new ArrayList<>(List.of("nice", "-n", "19", "chrt", "--idle", "0"));
    line.addAll(command.arguments());
    Map<String, String> environment = new HashMap<>(command.environment());
    environment.put("JDK_AOT_VM_OPTIONS", "-Xmx512m"); // for the step that writes the cache
    return Command.of(line, environment, command.log());
  }
}
