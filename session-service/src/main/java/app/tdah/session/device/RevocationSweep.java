package app.tdah.session.device;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/** Takes revoked sessions out of Redis: at once, or as soon as Redis is back. */
@Component
class RevocationSweep {

  private final PendingRevocations pending;
  private final LiveSessions live;

  RevocationSweep(PendingRevocations pending, LiveSessions live) {
    this.pending = pending;
    this.live = live;
  }

  /**
   * In Redis alone: the connection of the transaction that ended is still held, and whoever waits
   * for another one may wait for each other. The next sweep forgets what is done.
   */
  @TransactionalEventListener
  void carryOut(Revoked revoked) {
    live.end(revoked.sessionId(), revoked.userId());
  }

  @Scheduled(fixedDelayString = "PT1S", initialDelayString = "PT2S")
  @Transactional
  void carryOutPending() {
    for (PendingRevocation revocation : pending.lockSome()) {
      if (!live.end(revocation.sessionId(), revocation.userId())) {
        return;
      }
      pending.remove(revocation.sessionId());
    }
  }
}
