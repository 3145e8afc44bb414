package app.tdah.session.device;

import app.tdah.defaults.web.CursorRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads a user's live sessions, the youngest first. */
@Component
class ListSessions {

  private static final UUID AFTER_ALL = new UUID(-1, -1);

  private final UserSessions sessions;
  private final SessionProjection projection;
  private final LiveSessions live;

  ListSessions(UserSessions sessions, SessionProjection projection, LiveSessions live) {
    this.sessions = sessions;
    this.projection = projection;
    this.live = live;
  }

  /** One more than a page. */
  @Transactional
  List<Seen> list(UUID userId, CursorRequest page) {
    projection.catchUp(userId);
    List<UserSession> rows =
        sessions.findLive(
            userId, Objects.requireNonNullElse(page.after(), AFTER_ALL), page.fetch());
    return seen(rows);
  }

  /**
   * A live session.
   *
   * @throws SessionNotFound also when it is another user's
   */
  @Transactional(readOnly = true)
  Seen one(UUID userId, UUID sessionId) {
    UserSession session = sessions.findLive(sessionId, userId).orElseThrow(SessionNotFound::new);
    return seen(List.of(session)).getFirst();
  }

  private List<Seen> seen(List<UserSession> rows) {
    Map<UUID, Instant> lastSeen = live.lastSeen(rows.stream().map(UserSession::id).toList());
    return rows.stream()
        .map(row -> new Seen(row, lastSeen.getOrDefault(row.id(), row.startedAt())))
        .toList();
  }

  /** A session and when it was last used. */
  record Seen(UserSession session, Instant at) {}
}
