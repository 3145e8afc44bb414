package app.tdah.devstack.launcher;

import app.tdah.devstack.process.CannotStart;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Starts components side by side and shows how far they are; the first failure ends it all. */
final class ParallelStart implements AutoCloseable {

  private final Console console;
  private final List<Supervised> all;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CompletionService<Void> starts = new ExecutorCompletionService<>(threads);
  private final AtomicInteger ready = new AtomicInteger();
  private int begun;

  ParallelStart(Console console, List<Supervised> all) {
    this.console = console;
    this.all = all;
  }

  /** Starts a component; the work is done as soon as it is ready. */
  Future<Void> begin(Supervised component, Callable<Void> whenReady) {
    begun++;
    show();
    return starts.submit(() -> start(component, whenReady));
  }

  Future<Void> begin(Supervised component) {
    return begin(component, () -> null);
  }

  /**
   * Returns when all that was begun is done.
   *
   * @throws CannotStart as soon as one of them fails
   */
  void await() throws InterruptedException {
    for (; begun > 0; begun--) {
      await(starts.take());
    }
  }

  /** Returns when this one is done, or throws what it failed with. */
  static void await(Future<Void> start) throws InterruptedException {
    try {
      start.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof CannotStart failure) {
        throw failure;
      }
      throw new CannotStart("The start failed: " + e.getCause(), e);
    }
  }

  private Void start(Supervised component, Callable<Void> whenReady) throws Exception {
    long begin = System.nanoTime();
    component.start();
    whenReady.call();
    ready.incrementAndGet();
    console.say("  ✓ %-20s %5.1f s".formatted(component.name(), (System.nanoTime() - begin) / 1e9));
    show();
    return null;
  }

  private void show() {
    List<String> waiting =
        all.stream()
            .filter(component -> component.state() != Supervised.State.READY)
            .map(Supervised::name)
            .toList();
    console.status(
        "  … %d of %d ready, waiting for %s"
            .formatted(ready.get(), all.size(), String.join(", ", waiting)));
  }

  @Override
  public void close() {
    threads.shutdownNow();
    console.status("");
  }
}
