package app.tdah.auth.session;

import app.tdah.auth.account.SessionsVoided;
import app.tdah.auth.token.OpaqueToken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
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
  private final SessionLog log;
  private final SessionProperties properties;
  private final TransactionOperations transactions;
  private final Clock clock;

  EndSession(
      RefreshFamilies families,
      RefreshTokens tokens,
      SessionMirror mirror,
      SessionLog log,
      SessionProperties properties,
      TransactionOperations transactions,
      Clock clock) {
    this.families = families;
    this.tokens = tokens;
    this.mirror = mirror;
    this.log = log;
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

  /** Ends all of an account but one, in the caller's transaction; Redis follows its commit. */
  @EventListener
  void endVoided(SessionsVoided voided) {
    EndReason reason = EndReason.valueOf(voided.cause().name());
    families.lockLive(voided.accountId()).stream()
        .filter(family -> !family.id().equals(voided.kept()))
        .forEach(family -> mirror.followAfterCommit(end(family, reason)));
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
    log.ended(family, reason);
    return family;
  }
}
