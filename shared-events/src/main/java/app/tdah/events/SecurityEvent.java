package app.tdah.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened to log-ins and sessions. Topic {@code security-events}. */
public sealed interface SecurityEvent extends DomainEvent {

  /** Somebody signed in. */
  record LoginSucceeded(UUID userId, UUID sessionId, String address) implements SecurityEvent {}

  /** A log-in was refused; the user is null when there is no such account. */
  record LoginFailed(@Nullable UUID userId, String address, String reason)
      implements SecurityEvent {}

  /** A session began on a device; {@code amr} are RFC 8176 methods. */
  record SessionStarted(
      UUID userId,
      UUID sessionId,
      @Nullable String deviceName,
      @Nullable String userAgent,
      String address,
      List<String> amr,
      Instant startedAt)
      implements SecurityEvent {}

  /** auth-service ended a session: {@code LOGOUT}, {@code EXPIRED} or {@code TOKEN_REUSED}. */
  record SessionEnded(UUID userId, UUID sessionId, String reason) implements SecurityEvent {}

  /** A spent refresh token came back; its whole family is dead. */
  record TokenReused(UUID userId, UUID sessionId) implements SecurityEvent {}

  /** session-service ended a session on the user's behalf. */
  record SessionRevoked(UUID userId, UUID sessionId) implements SecurityEvent {}
}
