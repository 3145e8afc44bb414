package app.tdah.session.activity;

import app.tdah.defaults.events.EventHandler;
import app.tdah.defaults.events.EventMetadata;
import app.tdah.defaults.ids.Ids;
import app.tdah.defaults.web.CursorRequest;
import app.tdah.events.SecurityEvent;
import app.tdah.events.SecurityEvent.Audited;
import app.tdah.events.SecurityEvent.LoginFailed;
import app.tdah.events.SecurityEvent.LoginSucceeded;
import app.tdah.events.SecurityEvent.MfaChanged;
import app.tdah.events.SecurityEvent.MfaCodeSent;
import app.tdah.events.SecurityEvent.MfaFailed;
import app.tdah.events.SecurityEvent.SessionEnded;
import app.tdah.events.SecurityEvent.SessionRevoked;
import app.tdah.events.SecurityEvent.SessionStarted;
import app.tdah.events.SecurityEvent.ThreatDetected;
import app.tdah.events.SecurityEvent.TokenReused;
import app.tdah.session.activity.SecurityEntry.Type;
import app.tdah.session.origin.UserAgent;
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
    SecurityEntry entry = entry(event, user, metadata.occurredAt());
    if (entry != null) {
      entries.save(entry);
    }
  }

  private static @Nullable SecurityEntry entry(SecurityEvent event, UUID user, Instant at) {
    return switch (event) {
      case LoginSucceeded e ->
          entry(user, Type.LOGIN_SUCCEEDED, at).of(e.sessionId()).from(e.address());
      case LoginFailed e ->
          entry(user, Type.LOGIN_FAILED, at).from(e.address()).because(e.reason());
      case SessionStarted e ->
          entry(user, Type.SESSION_STARTED, at)
              .of(e.sessionId())
              .from(e.address())
              .on(UserAgent.parse(e.userAgent()).describe());
      case SessionEnded e ->
          entry(user, Type.SESSION_ENDED, at).of(e.sessionId()).because(e.reason());
      case TokenReused e -> entry(user, Type.TOKEN_REUSED, at).of(e.sessionId());
      case MfaChanged e -> entry(user, Type.MFA_CHANGED, at).because(e.change()).about(e.factor());
      case MfaCodeSent e -> entry(user, Type.MFA_CODE_SENT, at).from(e.address());
      case MfaFailed e -> entry(user, Type.MFA_FAILED, at).from(e.address()).about(e.method());
      // Written with the deed itself, or not of the user's history.
      case SessionRevoked _, ThreatDetected _, Audited _ -> null;
    };
  }

  /**
   * Somebody ended a session; runs in the transaction that does.
   *
   * @param by {@code ADMIN} or {@code THREAT}; null for the user
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void sessionRevoked(
      UUID userId, UUID sessionId, @Nullable String device, @Nullable String by) {
    entries.save(
        entry(userId, Type.SESSION_REVOKED, clock.instant()).of(sessionId).on(device).because(by));
  }

  /** A rule found a threat to a user; runs in the transaction that found it. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void threatDetected(UUID userId, String rule, @Nullable String address, Instant at) {
    SecurityEntry entry = entry(userId, Type.THREAT_DETECTED, at).about(rule);
    entries.save(address == null ? entry : entry.from(address));
  }

  /** The newest first; one more than a page. */
  List<SecurityEntry> list(UUID userId, CursorRequest page) {
    UUID before = Objects.requireNonNullElse(page.after(), AFTER_ALL);
    return entries.findBefore(userId, before, page.fetch());
  }

  static SecurityEntry entry(UUID user, Type type, Instant at) {
    return new SecurityEntry(Ids.next(), user, type, at);
  }
}
