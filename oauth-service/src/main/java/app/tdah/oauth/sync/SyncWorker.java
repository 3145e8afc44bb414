package app.tdah.oauth.sync;

import app.tdah.oauth.integration.IntegrationConnected;
import app.tdah.oauth.work.LeasedWork;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Runs due syncs: at once after a consent or on request, else when their interval is over. */
@Component
class SyncWorker implements SmartLifecycle {

  private static final Duration POLL = Duration.ofSeconds(2);
  private static final int CONCURRENCY = 4;

  private final SyncJobs jobs;
  private final LeasedWork<SyncJob> work;
  private final Clock clock;
  private volatile boolean running;

  SyncWorker(SyncJobs jobs, SyncRun runs, Clock clock) {
    this.jobs = jobs;
    this.clock = clock;
    this.work =
        new LeasedWork<>(
            "sync", POLL, CONCURRENCY, limit -> jobs.claim(limit, clock.instant()), runs::run);
  }

  /** In the transaction of the consent: a crash right after it loses no first sync. */
  @EventListener
  void schedule(IntegrationConnected connected) {
    connected
        .granted()
        .forEach(capability ->
            jobs.schedule(
                connected.integrationId(),
                capability,
                connected.userId(),
                connected.provider(),
                clock.instant()));
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  void wake(IntegrationConnected connected) {
    work.signal();
  }

  void wake() {
    work.signal();
  }

  @Override
  public void start() {
    work.start();
    running = true;
  }

  @Override
  public void stop() {
    work.stop(Duration.ofSeconds(10));
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
