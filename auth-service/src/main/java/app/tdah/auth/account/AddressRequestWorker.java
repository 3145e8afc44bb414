package app.tdah.auth.account;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionOperations;

/** Does what was put off: at once after the commit, and once a second what failed or was left. */
@Component
class AddressRequestWorker {

  private static final Logger log = LoggerFactory.getLogger(AddressRequestWorker.class);

  private final AddressRequests requests;
  private final WishGranting granting;
  private final TransactionOperations transactions;
  private final Clock clock;
  private final AtomicBoolean waiting = new AtomicBoolean();
  private final ExecutorService executor =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("address-requests").factory());

  AddressRequestWorker(
      AddressRequests requests,
      WishGranting granting,
      TransactionOperations transactions,
      Clock clock) {
    this.requests = requests;
    this.granting = granting;
    this.transactions = transactions;
    this.clock = clock;
  }

  @TransactionalEventListener
  void committed(AskLater.Asked signal) {
    wake();
  }

  @Scheduled(fixedDelayString = "PT1S", initialDelayString = "PT2S")
  void wake() {
    if (!executor.isShutdown() && waiting.compareAndSet(false, true)) {
      executor.execute(() -> {
        waiting.set(false);
        while (doNext()) {
          // until nothing is due
        }
      });
    }
  }

  @PreDestroy
  void stop() {
    executor.shutdown();
  }

  private boolean doNext() {
    AtomicReference<@Nullable UUID> at = new AtomicReference<>();
    try {
      return Boolean.TRUE.equals(transactions.execute(status -> doNext(at)));
    } catch (RuntimeException e) {
      UUID failed = at.get();
      log.warn("address request {} failed", failed, e);
      return failed != null && postpone(failed);
    }
  }

  private boolean doNext(AtomicReference<@Nullable UUID> at) {
    Optional<AddressRequest> due = requests.lockNext(clock.instant());
    due.ifPresent(request -> {
      at.set(request.id());
      granting.grant(request);
      requests.delete(request);
    });
    return due.isPresent();
  }

  private boolean postpone(UUID id) {
    try {
      transactions.executeWithoutResult(status ->
          requests
              .lock(id)
              .filter(request -> !request.postpone(clock))
              .ifPresent(request -> {
                log.error("address request {} is given up", id);
                requests.delete(request);
              }));
      return true;
    } catch (RuntimeException e) {
      log.warn("address request {} was not postponed; it is tried again", id, e);
      return false;
    }
  }
}
