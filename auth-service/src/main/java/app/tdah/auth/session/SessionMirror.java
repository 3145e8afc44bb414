package app.tdah.auth.session;

import java.time.Clock;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Brings Redis to what the database says: at once after a commit, and later by itself where Redis
 * was away.
 */
@Component
class SessionMirror {

  private final RefreshFamilies families;
  private final LiveSessions live;
  private final TransactionOperations transactions;
  private final Clock clock;

  SessionMirror(
      RefreshFamilies families,
      LiveSessions live,
      TransactionOperations transactions,
      Clock clock) {
    this.families = families;
    this.live = live;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Shows a live session.
   *
   * @return false when the session was ended meanwhile
   */
  boolean show(RefreshFamily family) {
    LiveSessions.Write result = live.write(family, clock.instant());
    if (result == LiveSessions.Write.UNAVAILABLE) {
      mark(family.id(), false);
    }
    return result != LiveSessions.Write.ENDED;
  }

  /** Removes an ended session; until that has worked the row stays marked. */
  void hide(UUID sessionId, UUID userId) {
    if (live.end(sessionId, userId)) {
      mark(sessionId, true);
    }
  }

  /**
   * Brings Redis to what this row will say once the caller's transaction is committed. The row
   * stays marked until the sweep has seen to it too.
   */
  void followAfterCommit(RefreshFamily family) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            reconcile(family);
          }
        });
  }

  private void mark(UUID sessionId, boolean mirrored) {
    transactions.executeWithoutResult(
        status -> families.lock(sessionId).ifPresent(family -> family.mirrored(mirrored)));
  }

  @Scheduled(fixedDelayString = "PT1S", initialDelayString = "PT2S")
  void catchUp() {
    transactions.executeWithoutResult(status -> {
      for (RefreshFamily family : families.lockUnmirrored()) {
        if (!reconcile(family)) {
          return;
        }
        family.mirrored(true);
      }
    });
  }

  private boolean reconcile(RefreshFamily family) {
    return family.ended()
        ? live.end(family.id(), family.accountId())
        : live.write(family, clock.instant()) != LiveSessions.Write.UNAVAILABLE;
  }
}
