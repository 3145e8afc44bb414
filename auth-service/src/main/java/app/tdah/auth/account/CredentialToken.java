package app.tdah.auth.account;

import app.tdah.auth.token.OpaqueToken;
import app.tdah.defaults.crypto.EncryptedStringConverter;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A link that was mailed and changes how somebody signs in, once. */
@Entity
@Table(name = "credential_tokens")
class CredentialToken {

  @Id private String tokenHash;
  private UUID accountId;

  @Enumerated(EnumType.STRING)
  private Purpose purpose;

  @Convert(converter = EncryptedStringConverter.class)
  private @Nullable String newEmail;

  private Instant createdAt;
  private Instant expiresAt;
  private @Nullable Instant usedAt;
  @Version private @Nullable Long version;

  @SuppressWarnings("NullAway.Init")
  protected CredentialToken() {}

  private CredentialToken(
      OpaqueToken token, UUID accountId, Purpose purpose, @Nullable String newEmail, Clock clock) {
    this.tokenHash = token.hash();
    this.accountId = accountId;
    this.purpose = purpose;
    this.newEmail = newEmail;
    this.createdAt = clock.instant();
    this.expiresAt = createdAt.plus(purpose.lifetime);
  }

  static CredentialToken passwordReset(OpaqueToken token, UUID accountId, Clock clock) {
    return new CredentialToken(token, accountId, Purpose.PASSWORD_RESET, null, clock);
  }

  static CredentialToken emailChange(
      OpaqueToken token, UUID accountId, EmailAddress newEmail, Clock clock) {
    return new CredentialToken(token, accountId, Purpose.EMAIL_CHANGE, newEmail.value(), clock);
  }

  /** What it changes. */
  enum Purpose {
    PASSWORD_RESET(Duration.ofHours(1)),
    EMAIL_CHANGE(Duration.ofHours(24));

    private final Duration lifetime;

    Purpose(Duration lifetime) {
      this.lifetime = lifetime;
    }
  }

  UUID accountId() {
    return accountId;
  }

  Optional<EmailAddress> newEmail() {
    return Optional.ofNullable(newEmail).map(EmailAddress::new);
  }
}
