package app.tdah.user.notification;

import app.tdah.user.notification.Deliveries.Claimed;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Claims what is due on one channel and sends it, a few at a time. Any number of replicas share the
 * work. Stopping waits for what is under way, so that an ordinary restart sends nothing twice;
 * after a kill between the other side's "yes" and our commit, it goes out again when the lease
 * ends, under the same name ({@code Message-ID}, push topic).
 */
class DeliveryWorker {

  private static final Logger log = LoggerFactory.getLogger(DeliveryWorker.class);
  private static final int STOP_SECONDS = 15;

  private final Courier courier;
  private final Deliver deliver;
  private final Deliveries deliveries;
  private final DeliverySignals signals;
  private final DeliveryProperties properties;
  private final Semaphore free;
  private final ExecutorService conversations = Executors.newVirtualThreadPerTaskExecutor();
  private @Nullable Thread thread;
  private volatile boolean running;

  DeliveryWorker(
      Courier courier,
      Deliver deliver,
      Deliveries deliveries,
      DeliverySignals signals,
      DeliveryProperties properties) {
    this.courier = courier;
    this.deliver = deliver;
    this.deliveries = deliveries;
    this.signals = signals;
    this.properties = properties;
    this.free = new Semaphore(properties.concurrency());
  }

  void start() {
    running = true;
    thread = Thread.ofVirtual().name(courier.channel() + "-worker").start(this::work);
  }

  void askToStop() {
    running = false;
    signals.wake(courier.channel());
  }

  void awaitStop() {
    try {
      if (thread != null) {
        thread.join();
      }
      if (free.tryAcquire(properties.concurrency(), STOP_SECONDS, TimeUnit.SECONDS)) {
        free.release(properties.concurrency());
      } else {
        log.warn("{} is still being sent while the service stops", courier.channel());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void work() {
    while (running) {
      try {
        claim();
      } catch (RuntimeException e) {
        log.warn("{} waits: {}", courier.channel(), e.toString());
      }
      try {
        signals.await(courier.channel(), properties.poll());
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void claim() {
    int room = free.drainPermits();
    List<Claimed> claimed = List.of();
    try {
      claimed =
          room == 0 ? List.of() : deliveries.claim(courier.channel(), room, properties.lease());
    } finally {
      free.release(room - claimed.size());
    }
    claimed.forEach(delivery -> conversations.execute(() -> send(delivery)));
  }

  private void send(Claimed delivery) {
    try {
      deliver.deliver(courier, delivery);
    } catch (RuntimeException e) {
      log.error("delivery {} failed; it comes up again when its lease ends", delivery.id(), e);
    } finally {
      free.release();
      signals.wake(courier.channel());
    }
  }
}
