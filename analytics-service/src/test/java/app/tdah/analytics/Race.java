package app.tdah.analytics;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Lets many threads do something at the same moment. */
public final class Race {

  private Race() {}

  /** The outcomes of {@code runners} threads that all did the same. */
  public static <T> List<T> of(int runners, Callable<T> work) throws InterruptedException {
    return of(IntStream.range(0, runners).mapToObj(runner -> work));
  }

  /** The outcomes of one thread per piece of work, in the order of the works. */
  public static <T> List<T> of(Stream<Callable<T>> works) throws InterruptedException {
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> runs =
          works
              .map(work ->
                  threads.submit(() -> {
                    start.await();
                    return work.call();
                  }))
              .toList();
      start.countDown();
      return runs.stream().map(Race::outcome).toList();
    }
  }

  private static <T> T outcome(Future<T> run) {
    try {
      return run.get();
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
