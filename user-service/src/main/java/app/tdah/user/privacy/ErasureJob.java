package app.tdah.user.privacy;

import app.tdah.defaults.audit.AuditTrail;
import app.tdah.defaults.events.EventPublisher;
import app.tdah.events.UserEvent.ErasureRequested;
import app.tdah.user.privacy.ErasureRequest.Status;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Begins erasures whose time has come, and asks again until every service has answered. */
@Component
class ErasureJob {

  private static final Logger log = LoggerFactory.getLogger(ErasureJob.class);

  private final Erasures erasures;
  private final EventPublisher events;
  private final AuditTrail audit;
  private final TransactionOperations transactions;
  private final PrivacyProperties properties;
  private final Clock clock;

  ErasureJob(
      Erasures erasures,
      EventPublisher events,
      AuditTrail audit,
      TransactionOperations transactions,
      PrivacyProperties properties,
      Clock clock) {
    this.erasures = erasures;
    this.events = events;
    this.audit = audit;
    this.transactions = transactions;
    this.properties = properties;
    this.clock = clock;
  }

  @Scheduled(initialDelayString = "PT2S", fixedDelayString = "${assistant.privacy.poll}")
  void run() {
    transactions.executeWithoutResult(
        status -> erasures.claimDue(clock.instant()).forEach(this::ask));
  }

  private void ask(ErasureRequest erasure) {
    Instant now = clock.instant();
    if (erasure.status() == Status.SCHEDULED) {
      audit.done("erasure.begin", erasure.userId(), erasure.id().toString(), Map.of());
    } else {
      log.warn("erasure {} waits; only {} answered", erasure.id(), erasures.answers(erasure.id()));
    }
    erasures.asked(erasure.id(), now.plus(properties.pauseAfter(erasure.asked())));
    events.publish(new ErasureRequested(erasure.userId(), erasure.id()));
  }
}
