package app.tdah.devstack.launcher;

import app.tdah.devstack.process.CannotStart;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Starts components side by side and shows how far they are. */
final class ParallelStart {

  private final Console console;
  private final String what;
  private final AtomicInteger ready = new AtomicInteger();

  ParallelStart(Console console, String what) {
    this.console = console;
    this.what = what;
  }

  /**
   * Returns when all are ready.
   *
   * @throws CannotStart when one of them fails
   */
  void run(List<Supervised> components) throws InterruptedException {
    show(components);
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      List<Future<?>> starts = new ArrayList<>();
      for (Supervised component : components) {
        starts.add(threads.submit(() -> start(component, components)));
      }
      for (Future<?> start : starts) {
        await(start);
      }
    } finally {
      console.status("");
    }
  }

  private Void start(Supervised component, List<Supervised> all) throws InterruptedException {
    long begin = System.nanoTime();
    component.start();
    ready.incrementAndGet();
    console.say("  ✓ %-20s %5.1f s".formatted(component.name(), (System.nanoTime() - begin) / 1e9));
    show(all);
    return null;
  }

  private void show(List<Supervised> all) {
    List<String> waiting =
        all.stream()
            .filter(component -> component.state() != Supervised.State.READY)
            .map(Supervised::name)
            .toList();
    console.status(
        "  … %s %d/%d, waiting for %s"
            .formatted(what, ready.get(), all.size(), String.join(", ", waiting)));
  }

  private static void await(Future<?> start) throws InterruptedException {
    try {
      start.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof CannotStart failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
