package app.tdah.auth.session;

import app.tdah.auth.token.OpaqueToken;
import app.tdah.defaults.crypto.EncryptedStringConverter;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One generation of a family. */
@Entity
@Table(name = "refresh_tokens")
class RefreshToken {

  @Id private String hash;
  private UUID familyId;
  private int generation;
  private Instant issuedAt;
  private Instant expiresAt;
  private @Nullable Instant spentAt;

  @Convert(converter = EncryptedStringConverter.class)
  private @Nullable String successor;

  @Version private @Nullable Long version;

  @SuppressWarnings("NullAway.Init")
  protected RefreshToken() {}

  RefreshToken(OpaqueToken token, RefreshFamily family) {
    this.hash = token.hash();
    this.familyId = family.id();
    this.generation = family.generation();
    this.issuedAt = family.lastUsedAt();
    this.expiresAt = family.expiresAt();
  }

  boolean spent() {
    return spentAt != null;
  }

  /** The successor stays readable for the grace period, for a client that never got the answer. */
  void spend(OpaqueToken next, Clock clock) {
    if (spentAt != null) {
      throw new IllegalStateException("already spent");
    }
    spentAt = clock.instant();
    successor = next.value();
  }

  /** What this token was exchanged for, as long as a retry is believed. */
  Optional<OpaqueToken> successorWithin(Duration grace, Clock clock) {
    boolean fresh = spentAt != null && clock.instant().isBefore(spentAt.plus(grace));
    return fresh ? Optional.ofNullable(successor).map(OpaqueToken::new) : Optional.empty();
  }

  UUID familyId() {
    return familyId;
  }

  int generation() {
    return generation;
  }
}
