package app.tdah.devstack.launcher;

import app.tdah.devstack.process.CannotStart;
import app.tdah.devstack.process.Component;
import app.tdah.devstack.process.RunningComponent;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A component that is kept running: a process that dies unasked is started again, ever more slowly.
 */
final class Supervised {

  enum State {
    STARTING,
    READY,
    RESTARTING,
    STOPPED
  }

  private static final Duration FIRST_BACKOFF = Duration.ofMillis(500);
  private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(15);
  private static final Duration STABLE = Duration.ofSeconds(60);
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final Component component;
  private final PidFiles pidFiles;
  private final Console console;
  private final ReentrantLock lock = new ReentrantLock();
  private final Executor watchers = command -> Thread.ofVirtual().start(command);
  private volatile @Nullable RunningComponent current;
  private volatile boolean wanted;
  private volatile boolean ended;
  private volatile State state = State.STOPPED;
  private Duration backoff = FIRST_BACKOFF;

  Supervised(Component component, PidFiles pidFiles, Console console) {
    this.component = component;
    this.pidFiles = pidFiles;
    this.console = console;
  }

  Component component() {
    return component;
  }

  String name() {
    return component.name();
  }

  State state() {
    return state;
  }

  /** The process id, or 0 when there is no process. */
  long pid() {
    RunningComponent running = current;
    return running != null && running.process().alive() ? running.process().pid() : 0;
  }

  /**
   * Starts and returns when it is ready.
   *
   * @throws CannotStart when it does not become ready; it is stopped then
   */
  void start() throws InterruptedException {
    state = State.STARTING;
    RunningComponent started = spawn();
    try {
      started.awaitReady(PATIENCE);
    } catch (CannotStart e) {
      if (wanted) {
        stop(Duration.ZERO);
        throw e;
      }
      throw new CannotStart(name() + " was stopped while it was starting.", e);
    }
    ready(started);
  }

  /** Stops it for good. */
  void stop(Duration patience) throws InterruptedException {
    RunningComponent running;
    lock.lock();
    try {
      wanted = false;
      state = State.STOPPED;
      running = current;
    } finally {
      lock.unlock();
    }
    if (running != null) {
      running.stop(patience);
      deletePidFile();
    }
  }

  /** Stops it and never starts it again. */
  void end(Duration patience) throws InterruptedException {
    ended = true;
    stop(patience);
  }

  private RunningComponent spawn() throws InterruptedException {
    lock.lock();
    try {
      if (ended) {
        throw new CannotStart(name() + " is not started: the suite is stopping.");
      }
      wanted = true;
      RunningComponent started = RunningComponent.start(component);
      current = started;
      pidFiles.write(name(), started.process().pid());
      return started;
    } catch (IOException e) {
      throw new CannotStart("%s: %s".formatted(name(), e), e);
    } finally {
      lock.unlock();
    }
  }

  private void ready(RunningComponent started) {
    long since = System.nanoTime();
    state = State.READY;
    started.process().exit().thenAcceptAsync(code -> died(started, code, since), watchers);
  }

  private void died(RunningComponent dead, int exitCode, long since) {
    if (!wanted || dead != current) {
      return;
    }
    state = State.RESTARTING;
    if (System.nanoTime() - since > STABLE.toNanos()) {
      backoff = FIRST_BACKOFF;
    }
    console.say(
        "%s died (exit code %d), starting it again in %.1f s."
            .formatted(name(), exitCode, backoff.toMillis() / 1000.0));
    reviveLater();
  }

  private void reviveLater() {
    Executor later =
        CompletableFuture.delayedExecutor(backoff.toMillis(), TimeUnit.MILLISECONDS, watchers);
    Duration doubled = backoff.multipliedBy(2);
    backoff = doubled.compareTo(LONGEST_BACKOFF) > 0 ? LONGEST_BACKOFF : doubled;
    later.execute(this::revive);
  }

  private void revive() {
    long begin = System.nanoTime();
    try {
      if (!wanted) {
        return;
      }
      RunningComponent started = spawn();
      started.awaitReady(PATIENCE);
      ready(started);
      console.say("%s is back after %.1f s.".formatted(name(), (System.nanoTime() - begin) / 1e9));
    } catch (CannotStart e) {
      if (wanted) {
        console.say(e.getMessage() + " Trying again.");
        reviveLater();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void deletePidFile() {
    try {
      pidFiles.delete(name());
    } catch (IOException e) {
      console.say("The pid file of %s stays: %s".formatted(name(), e));
    }
  }
}
