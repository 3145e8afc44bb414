package app.tdah.chat.focus;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Does what a session's time demands. An alarm only says "look": pauses and extensions have moved
 * the moments since it was set, and after a downtime more than one may have passed.
 */
@Component
class FocusClock {

  private final FocusRepository sessions;
  private final FocusNews news;
  private final Clock clock;

  FocusClock(FocusRepository sessions, FocusNews news, Clock clock) {
    this.sessions = sessions;
    this.news = news;
    this.clock = clock;
  }

  @Transactional
  public void ring(UUID id) {
    sessions
        .lock(id)
        .filter(session -> session.status() == FocusStatus.RUNNING)
        .ifPresent(this::look);
  }

  private void look(FocusSession session) {
    Instant now = clock.instant();
    Instant end = session.endsAt();
    if (end != null && !now.isBefore(end)) {
      session.end(now);
      sessions.flush();
      news.ended(session);
      news.checkIn(session, FocusMoment.END);
    } else if (!now.isBefore(session.middle())) {
      news.checkIn(session, FocusMoment.MIDDLE);
    }
  }
}
