package app.tdah.auth.session;

import app.tdah.auth.account.RolesReduced;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells the gateway which access tokens still carry what was taken away: those issued before {@code
 * rolesSince} of their session. Tokens count in whole seconds, so it is the next one, and tokens of
 * this second that are issued after the change are dated to it.
 */
@Component
class OutdatedTokens {

  private final RefreshFamilies families;
  private final SessionMirror mirror;
  private final Clock clock;

  OutdatedTokens(RefreshFamilies families, SessionMirror mirror, Clock clock) {
    this.families = families;
    this.mirror = mirror;
    this.clock = clock;
  }

  @EventListener
  void reduced(RolesReduced event) {
    List<RefreshFamily> locked = families.lockLive(event.accountId());
    // Only now: who held a lock may have made a token while this waited.
    Instant since = clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
    locked.forEach(family -> {
      family.outdateTokens(since);
      mirror.followAfterCommit(family);
    });
  }
}
