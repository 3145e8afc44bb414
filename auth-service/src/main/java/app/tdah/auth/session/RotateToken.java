package app.tdah.auth.session;

import app.tdah.auth.token.OpaqueToken;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The rules of rotation (RFC 9700, section 4.14): a token is good once, a retry within the grace
 * period gets the same successor, and any other reuse ends the session, for a thief may hold it.
 */
@Component
class RotateToken {

  private final RefreshFamilies families;
  private final RefreshTokens tokens;
  private final SessionLog log;
  private final SessionProperties properties;
  private final Clock clock;

  RotateToken(
      RefreshFamilies families,
      RefreshTokens tokens,
      SessionLog log,
      SessionProperties properties,
      Clock clock) {
    this.families = families;
    this.tokens = tokens;
    this.log = log;
    this.properties = properties;
    this.clock = clock;
  }

  /** Runs in the caller's transaction. */
  Rotation rotate(OpaqueToken presented) {
    String hash = presented.hash();
    Optional<RefreshFamily> locked = tokens.findFamilyId(hash).flatMap(families::lock);
    if (locked.isPresent() && locked.get().ended()) {
      return new Rotation.Over(locked.get());
    }
    Optional<RefreshToken> token = locked.flatMap(family -> tokens.findById(hash));
    if (locked.isEmpty() || token.isEmpty()) {
      return new Rotation.Unknown();
    }
    return rotate(locked.get(), token.get());
  }

  private Rotation rotate(RefreshFamily family, RefreshToken token) {
    if (family.expired(clock)) {
      return end(family, EndReason.EXPIRED);
    }
    if (!token.spent()) {
      return new Rotation.Rotated(family, next(family, token));
    }
    return token
        .successorWithin(properties.retryGrace(), clock)
        .<Rotation>map(successor -> new Rotation.Rotated(family, successor))
        .orElseGet(() -> reused(family));
  }

  private OpaqueToken next(RefreshFamily family, RefreshToken token) {
    OpaqueToken next = OpaqueToken.generate();
    family.advance(properties, clock);
    token.spend(next, clock);
    tokens.save(new RefreshToken(next, family));
    return next;
  }

  private Rotation reused(RefreshFamily family) {
    log.reused(family);
    return end(family, EndReason.TOKEN_REUSED);
  }

  private Rotation end(RefreshFamily family, EndReason reason) {
    family.end(reason, clock);
    log.ended(family, reason);
    return new Rotation.Ended(family);
  }
}
