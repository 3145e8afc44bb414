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
   * Redis alone: the committed transaction still has its connection, and waiting for a second one
   * empties the pool when many do. The row goes with the next sweep, for which to end a session
   * twice is the same as once.
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
