package app.tdah.user.profile;

import app.tdah.defaults.crypto.EncryptedStringConverter;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who a user is. The address comes from auth-service; the name is the user's to change. */
@Entity
@Table(name = "profiles")
class Profile {

  @Id private UUID id;

  @Convert(converter = EncryptedStringConverter.class)
  private String email;

  private @Nullable String emailIndex;
  private boolean emailVerified;
  private String displayName;
  private Instant createdAt;
  @Version private @Nullable Long version;

  @SuppressWarnings("NullAway.Init")
  protected Profile() {}

  Profile(UUID id, String email, String emailIndex, String displayName, Instant createdAt) {
    this.id = id;
    this.email = email;
    this.emailIndex = emailIndex;
    this.displayName = displayName;
    this.createdAt = createdAt;
  }

  UUID id() {
    return id;
  }

  String email() {
    return email;
  }

  boolean emailVerified() {
    return emailVerified;
  }

  String displayName() {
    return displayName;
  }

  Instant createdAt() {
    return createdAt;
  }

  long version() {
    return version == null ? 0 : version;
  }

  void verifyEmail(String verifiedEmail, String index) {
    email = verifiedEmail;
    emailIndex = index;
    emailVerified = true;
  }

  /** Whether that changed anything. */
  boolean rename(String newDisplayName) {
    if (newDisplayName.equals(displayName)) {
      return false;
    }
    displayName = newDisplayName;
    return true;
  }
}
