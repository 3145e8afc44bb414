package app.tdah.defaults.events;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Tells the relay of this process that a transaction with events was committed. */
final class OutboxSignal {

  private final Semaphore committed = new Semaphore(0);

  void wake() {
    committed.release();
  }

  void await(Duration atMost) throws InterruptedException {
    if (committed.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
      committed.drainPermits();
    }
  }
}
