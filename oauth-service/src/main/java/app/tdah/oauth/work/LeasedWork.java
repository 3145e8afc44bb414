package app.tdah.oauth.work;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Claims leased rows and works on them: at once when signalled, else at every poll. Each item runs
 * on a virtual thread of its own, at most {@code concurrency} at a time. Threads are never
 * interrupted, because an interrupt in the middle of a statement would cost the connection.
 *
 * @param <T> a claimed row
 */
public final class LeasedWork<T> {

  private static final Logger log = LoggerFactory.getLogger(LeasedWork.class);

  private final String name;
  private final Duration poll;
  private final int concurrency;
  private final IntFunction<List<T>> claim;
  private final Consumer<T> work;
  private final Semaphore permits;
  private final BlockingQueue<Boolean> signals = new ArrayBlockingQueue<>(1);
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean running;

  public LeasedWork(
      String name, Duration poll, int concurrency, IntFunction<List<T>> claim, Consumer<T> work) {
    this.name = name;
    this.poll = poll;
    this.concurrency = concurrency;
    this.claim = claim;
    this.work = work;
    this.permits = new Semaphore(concurrency);
  }

  /** Begins to claim. */
  public void start() {
    running = true;
    Thread.ofVirtual().name(name).start(this::loop);
  }

  /** There is something to claim. */
  public void signal() {
    signals.offer(Boolean.TRUE);
  }

  /** Claims no more, and waits for what runs. */
  public void stop(Duration patience) {
    running = false;
    signal();
    try {
      permits.tryAcquire(concurrency, patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    executor.shutdown();
  }

  private void loop() {
    while (running) {
      try {
        claimAndWork();
      } catch (RuntimeException e) {
        log.warn("{}: nothing could be claimed, trying again in {}", name, poll, e);
      }
      awaitSignal();
    }
  }

  private void claimAndWork() {
    int free = permits.drainPermits();
    List<T> claimed = List.of();
    try {
      claimed = free == 0 ? List.of() : claim.apply(free);
    } finally {
      permits.release(free - claimed.size());
    }
    claimed.forEach(item -> executor.execute(() -> run(item)));
  }

  private void run(T item) {
    try {
      work.accept(item);
    } catch (RuntimeException e) {
      log.warn("{}: one item failed, its lease will run out", name, e);
    } finally {
      permits.release();
      signal();
    }
  }

  private void awaitSignal() {
    try {
      signals.poll(poll.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      running = false;
    }
  }
}
