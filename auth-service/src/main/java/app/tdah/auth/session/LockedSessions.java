package app.tdah.auth.session;

import app.tdah.auth.account.OpenSessions;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Locks the row of a session that goes on. */
@Component
class LockedSessions implements OpenSessions {

  private final RefreshFamilies families;

  LockedSessions(RefreshFamilies families) {
    this.families = families;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void require(UUID sessionId) {
    if (families.lock(sessionId).filter(family -> !family.ended()).isEmpty()) {
      throw new InvalidRefreshToken();
    }
  }
}
