package app.tdah.sms.outbound;

import app.tdah.sms.outbound.OutboundMessages.Claimed;
import app.tdah.sms.work.LeasedWork;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Sends what is due: right after the commit that queued it, or when a retry's time has come. */
@Component
class OutboundWorker implements SmartLifecycle {

  /** Longer than a call may take. */
  private static final Duration LEASE = Duration.ofSeconds(20);

  private static final Duration POLL = Duration.ofSeconds(1);
  private static final int CONCURRENCY = 16;

  private final LeasedWork<Claimed> work;
  private volatile boolean running;

  OutboundWorker(OutboundMessages messages, Attempt attempt, Clock clock) {
    this.work =
        new LeasedWork<>(
            "outbound-sms",
            POLL,
            CONCURRENCY,
            limit -> messages.claim(limit, clock.instant(), LEASE),
            attempt::make);
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  void on(SendMessage.Queued queued) {
    work.signal();
  }

  @Override
  public void start() {
    work.start();
    running = true;
  }

  @Override
  public void stop() {
    work.stop(Duration.ofSeconds(17));
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
