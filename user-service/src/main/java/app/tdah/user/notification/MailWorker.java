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
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Claims mail that is due and sends it, a few at a time. Any number of replicas share the work.
 * Stopping waits for the conversations under way, so that an ordinary restart sends nothing twice;
 * after a kill between the server's "250" and our commit, the mail goes out again when the lease
 * ends, with the same Message-ID.
 */
@Component
class MailWorker implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(MailWorker.class);
  private static final int STOP_SECONDS = 15;

  private final Deliveries deliveries;
  private final SendMail sendMail;
  private final MailSignal signal;
  private final DeliveryProperties properties;
  private final Semaphore free;
  private final ExecutorService conversations = Executors.newVirtualThreadPerTaskExecutor();
  private @Nullable Thread thread;
  private volatile boolean running;

  MailWorker(
      Deliveries deliveries, SendMail sendMail, MailSignal signal, DeliveryProperties properties) {
    this.deliveries = deliveries;
    this.sendMail = sendMail;
    this.signal = signal;
    this.properties = properties;
    this.free = new Semaphore(properties.concurrency());
  }

  @Override
  public synchronized void start() {
    running = true;
    thread = Thread.ofVirtual().name("mail-worker").start(this::work);
  }

  @Override
  public synchronized void stop() {
    running = false;
    signal.wake();
    try {
      if (thread != null) {
        thread.join();
      }
      if (free.tryAcquire(properties.concurrency(), STOP_SECONDS, TimeUnit.SECONDS)) {
        free.release(properties.concurrency());
      } else {
        log.warn("mail is still being sent while the service stops");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void work() {
    while (running) {
      try {
        claim();
      } catch (RuntimeException e) {
        log.warn("mail waits: {}", e.toString());
      }
      try {
        signal.await(properties.poll());
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void claim() {
    int room = free.drainPermits();
    List<Claimed> claimed = List.of();
    try {
      claimed = room == 0 ? List.of() : deliveries.claim(room, properties.lease());
    } finally {
      free.release(room - claimed.size());
    }
    claimed.forEach(delivery -> conversations.execute(() -> send(delivery)));
  }

  private void send(Claimed delivery) {
    try {
      sendMail.deliver(delivery);
    } catch (RuntimeException e) {
      log.error("delivery {} failed; it comes up again when its lease ends", delivery.id(), e);
    } finally {
      free.release();
      signal.wake();
    }
  }
}
