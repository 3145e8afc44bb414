package app.tdah.auth.account;

import app.tdah.defaults.crypto.EncryptedStringConverter;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who can sign in, or will be able to once the e-mail address is verified. */
@Entity
@Table(name = "accounts")
public class Account {

  private static final Duration NOTICE_INTERVAL = Duration.ofHours(1);

  @Id private UUID id;

  @Convert(converter = EncryptedStringConverter.class)
  private String email;

  private String emailIndex;
  private String passwordHash;
  private String displayName;
  private String locale;
  private String timeZone;
  private Instant createdAt;
  private @Nullable Instant emailVerifiedAt;
  private @Nullable Instant noticeSentAt;
  @Version private @Nullable Long version;

  @SuppressWarnings("NullAway.Init")
  protected Account() {}

  Account(
      UUID id,
      EmailAddress email,
      String emailIndex,
      String passwordHash,
      Person person,
      Clock clock) {
    this.id = id;
    this.email = email.value();
    this.emailIndex = emailIndex;
    this.passwordHash = passwordHash;
    this.displayName = person.displayName();
    this.locale = person.locale();
    this.timeZone = person.timeZone();
    this.createdAt = clock.instant();
  }

  /** The user id. */
  public UUID id() {
    return id;
  }

  /** In normal spelling. */
  public String email() {
    return email;
  }

  String emailIndex() {
    return emailIndex;
  }

  /** Argon2id in its standard encoding. */
  public String passwordHash() {
    return passwordHash;
  }

  /** What the user is called, in which language and where. */
  public Person person() {
    return new Person(displayName, locale, timeZone);
  }

  /** Whether the address is proven to be the owner's. */
  public boolean emailVerified() {
    return emailVerifiedAt != null;
  }

  /** Confirms the address, and takes the password of the registration that was confirmed. */
  void verifyEmail(String confirmedPasswordHash, Clock clock) {
    if (emailVerifiedAt != null) {
      throw new IllegalStateException("already verified");
    }
    this.passwordHash = confirmedPasswordHash;
    this.emailVerifiedAt = clock.instant();
  }

  /** True at most once an hour, so that nobody can flood a stranger with notices. */
  boolean claimNotice(Clock clock) {
    Instant now = clock.instant();
    if (noticeSentAt != null && now.isBefore(noticeSentAt.plus(NOTICE_INTERVAL))) {
      return false;
    }
    noticeSentAt = now;
    return true;
  }

  void rename(String newDisplayName) {
    this.displayName = newDisplayName;
  }

  void prefer(String newLocale, String newTimeZone) {
    this.locale = newLocale;
    this.timeZone = newTimeZone;
  }
}
