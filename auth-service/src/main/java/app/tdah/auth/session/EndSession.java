package app.tdah.auth.session;

import app.tdah.auth.token.OpaqueToken;
import app.tdah.defaults.events.EventPublisher;
import app.tdah.events.SecurityEvent.SessionEnded;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Ends sessions: on request, and those that nobody used for too long. */
@Component
class EndSession {

  private static final Duration ENDED_KEPT = Duration.ofDays(30);

  private final RefreshFamilies families;
  private final RefreshTokens tokens;
  private final SessionMirror mirror;
  private final EventPublisher events;
  private final SessionProperties properties;
  private final TransactionOperations transactions;
  private final Clock clock;

  EndSession(
      RefreshFamilies families,
      RefreshTokens tokens,
      SessionMirror mirror,
      EventPublisher events,
      SessionProperties properties,
      TransactionOperations transactions,
      Clock clock) {
    this.families = families;
    this.tokens = tokens;
    this.mirror = mirror;
    this.events = events;
    this.properties = properties;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Ends the session of a refresh token, spent or not; nothing happens for an unknown one. */
  void logout(OpaqueToken token) {
    tokens.findFamilyId(token.hash()).ifPresent(this::logout);
  }

  void logout(UUID sessionId) {
    Optional<RefreshFamily> ended =
        Objects.requireNonNull(
            transactions.execute(status ->
                families
                    .lock(sessionId)
                    .filter(family -> !family.ended())
                    .map(family -> end(family, EndReason.LOGOUT))));
    ended.ifPresent(family -> mirror.hide(family.id(), family.accountId()));
  }

  @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT1M")
  void endExpired() {
    transactions.executeWithoutResult(status ->
        families.lockExpired(clock.instant()).forEach(family -> end(family, EndReason.EXPIRED)));
  }

  @Scheduled(fixedDelayString = "PT10S", initialDelayString = "PT10S")
  void forgetSuccessors() {
    Instant before = clock.instant().minus(properties.retryGrace());
    transactions.executeWithoutResult(status -> tokens.forgetSuccessors(before));
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
  void forgetOld() {
    Instant now = clock.instant();
    transactions.executeWithoutResult(status -> {
      tokens.deleteExpired(now);
      families.deleteEnded(now.minus(ENDED_KEPT));
    });
  }

  private RefreshFamily end(RefreshFamily family, EndReason reason) {
    family.end(reason, clock);
    events.publish(new SessionEnded(family.accountId(), family.id(), reason.name()));
    return family;
  }
}
