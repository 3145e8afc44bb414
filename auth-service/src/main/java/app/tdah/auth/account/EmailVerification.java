package app.tdah.auth.account;

import app.tdah.auth.token.OpaqueToken;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A link that was mailed. It carries the password of the registration that asked for it: whoever
 * registers somebody else's address first must not choose the password that its owner confirms.
 */
@Entity
@Table(name = "email_verifications")
class EmailVerification {

  static final Duration LIFETIME = Duration.ofHours(24);

  @Id private String tokenHash;
  private UUID accountId;
  private String passwordHash;
  private Instant createdAt;
  private Instant expiresAt;
  private @Nullable Instant usedAt;
  @Version private @Nullable Long version;

  @SuppressWarnings("NullAway.Init")
  protected EmailVerification() {}

  EmailVerification(OpaqueToken token, UUID accountId, String passwordHash, Clock clock) {
    this.tokenHash = token.hash();
    this.accountId = accountId;
    this.passwordHash = passwordHash;
    this.createdAt = clock.instant();
    this.expiresAt = createdAt.plus(LIFETIME);
  }

  UUID accountId() {
    return accountId;
  }

  String tokenHash() {
    return tokenHash;
  }

  /** Uses the link up and tells which password it confirms. */
  String redeem(Clock clock) {
    Instant now = clock.instant();
    if (usedAt != null || !now.isBefore(expiresAt)) {
      throw new InvalidToken();
    }
    this.usedAt = now;
    return passwordHash;
  }
}
