package app.tdah.session.activity;

import app.tdah.defaults.events.EventHandler;
import app.tdah.defaults.events.EventMetadata;
import app.tdah.defaults.ids.Ids;
import app.tdah.defaults.web.CursorRequest;
import app.tdah.events.SecurityEvent;
import app.tdah.events.SecurityEvent.LoginFailed;
import app.tdah.events.SecurityEvent.LoginSucceeded;
import app.tdah.events.SecurityEvent.SessionEnded;
import app.tdah.events.SecurityEvent.SessionRevoked;
import app.tdah.events.SecurityEvent.SessionStarted;
import app.tdah.events.SecurityEvent.TokenReused;
import app.tdah.session.activity.SecurityEntry.Type;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes the history from the events of auth-service, and from what is done here. */
@Component
public class SecurityLog implements EventHandler<SecurityEvent> {

  private static final UUID AFTER_ALL = new UUID(-1, -1);

  private final SecurityEntries entries;
  private final Clock clock;

  SecurityLog(SecurityEntries entries, Clock clock) {
    this.entries = entries;
    this.clock = clock;
  }

  @Override
  public Class<SecurityEvent> eventType() {
    return SecurityEvent.class;
  }

  @Override
  public void handle(SecurityEvent event, EventMetadata metadata) {
    UUID user = event.userId();
    if (user == null) {
      return; // a log-in to an account that does not exist is nobody's history
    }
    Instant at = metadata.occurredAt();
    switch (event) {
      case LoginSucceeded e ->
          add(user, Type.LOGIN_SUCCEEDED, e.sessionId(), e.address(), null, at);
      case LoginFailed e -> add(user, Type.LOGIN_FAILED, null, e.address(), e.reason(), at);
      case SessionStarted e ->
          add(user, Type.SESSION_STARTED, e.sessionId(), e.address(), null, at);
      case SessionEnded e -> add(user, Type.SESSION_ENDED, e.sessionId(), null, e.reason(), at);
      case TokenReused e -> add(user, Type.TOKEN_REUSED, e.sessionId(), null, null, at);
      case SessionRevoked e -> {
        // Written with the revocation itself.
      }
      default -> {
        // Nothing that the history shows.
      }
    }
  }

  /** The user ended a session; runs in the transaction that does. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void sessionRevoked(UUID userId, UUID sessionId) {
    add(userId, Type.SESSION_REVOKED, sessionId, null, null, clock.instant());
  }

  /** The newest first; one more than a page. */
  List<SecurityEntry> list(UUID userId, CursorRequest page) {
    UUID before = Objects.requireNonNullElse(page.after(), AFTER_ALL);
    return entries.findBefore(userId, before, page.fetch());
  }

  private void add(
      UUID user,
      Type type,
      @Nullable UUID session,
      @Nullable String address,
      @Nullable String reason,
      Instant at) {
    entries.save(new SecurityEntry(Ids.next(), user, type, session, address, reason, at));
  }
}
