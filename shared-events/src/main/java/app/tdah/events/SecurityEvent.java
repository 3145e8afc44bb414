package app.tdah.events;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened to log-ins and sessions. Topic {@code security-events}. */
public sealed interface SecurityEvent extends DomainEvent {

  /** Somebody signed in. */
  record LoginSucceeded(UUID userId, UUID sessionId, String address) implements SecurityEvent {}

  /**
   * A log-in was refused; the user is null when there is no such account. {@code account} is a
   * keyed hash of the address that was tried, the same for the same address.
   */
  record LoginFailed(@Nullable UUID userId, String address, String reason, @Nullable String account)
      implements SecurityEvent {

    /** Without the hash of the address. */
    public LoginFailed(@Nullable UUID userId, String address, String reason) {
      this(userId, address, reason, null);
    }
  }

  /**
   * A session began on a device; {@code amr} are RFC 8176 methods, {@code deviceId} a keyed hash of
   * the browser's device cookie, {@code trusted} whether it may skip the second factor.
   */
  record SessionStarted(
      UUID userId,
      UUID sessionId,
      @Nullable String deviceName,
      @Nullable String userAgent,
      String address,
      List<String> amr,
      Instant startedAt,
      @Nullable String deviceId,
      boolean trusted)
      implements SecurityEvent {

    /** On a device without a cookie. */
    public SessionStarted(
        UUID userId,
        UUID sessionId,
        @Nullable String deviceName,
        @Nullable String userAgent,
        String address,
        List<String> amr,
        Instant startedAt) {
      this(userId, sessionId, deviceName, userAgent, address, amr, startedAt, null, false);
    }
  }

  /**
   * auth-service ended a session: {@code LOGOUT}, {@code EXPIRED}, {@code TOKEN_REUSED}, {@code
   * PASSWORD_RESET}, {@code PASSWORD_CHANGED} or {@code SUSPENDED}.
   */
  record SessionEnded(UUID userId, UUID sessionId, String reason) implements SecurityEvent {}

  /** A spent refresh token came back; its whole family is dead. */
  record TokenReused(UUID userId, UUID sessionId) implements SecurityEvent {}

  /** session-service ended a session on the user's behalf. */
  record SessionRevoked(UUID userId, UUID sessionId) implements SecurityEvent {}

  /**
   * A sign-in factor was added, removed or renewed: factor {@code TOTP|SMS|BACKUP_CODES|PASSKEY},
   * change {@code ADDED|REMOVED|RENEWED}.
   */
  record MfaChanged(UUID userId, String factor, String change) implements SecurityEvent {}

  /** A sign-in code was sent by text message. */
  record MfaCodeSent(UUID userId, UUID challengeId, String address) implements SecurityEvent {}

  /** A second factor was refused; the password before it was right. */
  record MfaFailed(UUID userId, String method, String address) implements SecurityEvent {}

  /**
   * A rule found a threat; the user is null when it is against many. Severity {@code
   * LOW|MEDIUM|HIGH|CRITICAL}; actions {@code NOTIFY|STEP_UP|END_SESSIONS|THROTTLE}.
   */
  record ThreatDetected(
      @Nullable UUID userId,
      UUID findingId,
      String rule,
      String severity,
      List<String> actions,
      @Nullable String address,
      Instant at)
      implements SecurityEvent {}

  /**
   * Something relevant to security was done, or refused. The actor is null for the system, the user
   * is whom it is about. Actions are {@code resource.verb}; details hold no secret and no address
   * of a person.
   */
  record Audited(
      @Nullable UUID userId,
      @Nullable UUID actorId,
      String action,
      @Nullable String target,
      String outcome,
      @Nullable String address,
      Map<String, String> details,
      Instant at)
      implements SecurityEvent {}
}
