package app.tdah.oauth.integration;

import app.tdah.oauth.integration.Revocations.Claimed;
import app.tdah.oauth.provider.ProviderException;
import app.tdah.oauth.provider.Providers;
import app.tdah.oauth.work.LeasedWork;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Hands grants back at the provider, for about a day; then the token is dropped all the same. */
@Component
class RevocationWorker implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(RevocationWorker.class);
  private static final Duration FIRST_RETRY = Duration.ofSeconds(30);
  private static final int ATTEMPTS = 12;

  private final Revocations revocations;
  private final Providers providers;
  private final LeasedWork<Claimed> work;
  private volatile boolean running;

  RevocationWorker(Revocations revocations, Providers providers) {
    this.revocations = revocations;
    this.providers = providers;
    this.work =
        new LeasedWork<>(
            "revocations",
            Duration.ofSeconds(15),
            2,
            limit -> revocations.claim(limit, FIRST_RETRY),
            this::revoke);
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  void on(Revocations.Added added) {
    work.signal();
  }

  private void revoke(Claimed claimed) {
    try {
      providers.require(claimed.provider()).revoke(claimed.token());
      revocations.remove(claimed.id());
    } catch (ProviderException e) {
      log.info("Revocation {} failed at attempt {}", claimed.id(), claimed.attempts());
      if (claimed.attempts() >= ATTEMPTS) {
        log.warn("Revocation {} is given up, its token is dropped", claimed.id());
        revocations.remove(claimed.id());
      }
    }
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
