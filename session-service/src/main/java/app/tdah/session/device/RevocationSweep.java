package app.tdah.session.device;

import java.time.Clock;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/** Takes revoked sessions out of Redis: at once, or as soon as Redis is back. */
@Component
class RevocationSweep {

  private static final Duration ENDED_KEPT = Duration.ofDays(90);

  private final PendingRevocations pending;
  private final UserSessions sessions;
  private final LiveSessions live;
  private final Clock clock;

  RevocationSweep(
      PendingRevocations pending, UserSessions sessions, LiveSessions live, Clock clock) {
    this.pending = pending;
    this.sessions = sessions;
    this.live = live;
    this.clock = clock;
  }

  @TransactionalEventListener
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  void carryOut(Revoked revoked) {
    if (live.end(revoked.sessionId(), revoked.userId())) {
      pending.remove(revoked.sessionId());
    }
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

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
  @Transactional
  void forgetOld() {
    sessions.deleteEnded(clock.instant().minus(ENDED_KEPT));
  }
}
