package app.tdah.user.phone;

import app.tdah.defaults.crypto.EncryptedStringConverter;
import app.tdah.defaults.ids.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A number that a user says is theirs, and has proven or not. */
@Entity
@Table(name = "phone_numbers")
class PhoneNumber {

  @Id private UUID id;
  private UUID userId;

  @Convert(converter = EncryptedStringConverter.class)
  private String number;

  private String numberIndex;
  private @Nullable Instant verifiedAt;

  @Column(name = "is_primary")
  private boolean primary;

  private @Nullable String codeHash;
  private @Nullable Instant codeExpiresAt;
  private int codeAttempts;
  private Instant createdAt;

  @SuppressWarnings("NullAway.Init")
  protected PhoneNumber() {}

  PhoneNumber(UUID userId, E164 number, String numberIndex, Clock clock) {
    this.id = Ids.next();
    this.userId = userId;
    this.number = number.value();
    this.numberIndex = numberIndex;
    this.createdAt = clock.instant();
  }

  UUID id() {
    return id;
  }

  UUID userId() {
    return userId;
  }

  String number() {
    return number;
  }

  String numberIndex() {
    return numberIndex;
  }

  boolean verified() {
    return verifiedAt != null;
  }

  boolean primary() {
    return primary;
  }

  /** A new code replaces the old one and its count of tries. */
  void expectCode(String hash, Duration lifetime, Clock clock) {
    codeHash = hash;
    codeExpiresAt = clock.instant().plus(lifetime);
    codeAttempts = 0;
  }

  /** Takes one try; a right code can be used once. */
  CodeCheck check(String hash, int maxAttempts, Clock clock) {
    if (codeHash == null || codeExpiresAt == null || !clock.instant().isBefore(codeExpiresAt)) {
      return CodeCheck.EXPIRED;
    }
    if (codeAttempts >= maxAttempts) {
      return CodeCheck.EXHAUSTED;
    }
    codeAttempts++;
    return matches(codeHash, hash) ? CodeCheck.RIGHT : CodeCheck.WRONG;
  }

  void verify(boolean asPrimary, Clock clock) {
    if (verifiedAt != null) {
      throw new IllegalStateException("already verified");
    }
    verifiedAt = clock.instant();
    primary = asPrimary;
    codeHash = null;
    codeExpiresAt = null;
  }

  void promote() {
    if (verifiedAt == null) {
      throw new IllegalStateException("not verified");
    }
    primary = true;
  }

  void demote() {
    primary = false;
  }

  private static boolean matches(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  enum CodeCheck {
    RIGHT,
    WRONG,
    EXPIRED,
    EXHAUSTED
  }
}
