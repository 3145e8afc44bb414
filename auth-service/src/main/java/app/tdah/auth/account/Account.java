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
import java.util.List;
import java.util.Optional;
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
  private Instant passwordChangedAt;
  private @Nullable String roles;
  private @Nullable String permissions;
  private @Nullable Instant suspendedAt;
  private @Nullable UUID erasureId;
  private @Nullable Instant erasureDueAt;
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
    this.passwordChangedAt = createdAt;
  }

  /** The user id. */
  public UUID id() {
    return id;
  }

  /** In normal spelling. */
  public String email() {
    return email;
  }

  /** The keyed hash of the address, under which its failures are counted. */
  public String emailIndex() {
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

  /** When a password was chosen last; what was proved with an older one is void. */
  public Instant passwordChangedAt() {
    return passwordChangedAt;
  }

  /** Takes another password. */
  void changePassword(String newHash, Clock clock) {
    this.passwordHash = newHash;
    this.passwordChangedAt = clock.instant();
  }

  /** The same password, hashed another way. */
  void rehash(String newHash) {
    this.passwordHash = newHash;
  }

  /** The owner followed a link that was mailed to the address; true when that is news. */
  boolean proveEmail(Clock clock) {
    boolean news = emailVerifiedAt == null;
    if (news) {
      emailVerifiedAt = clock.instant();
    }
    return news;
  }

  /** Moves to an address that its owner has confirmed. */
  void changeEmail(EmailAddress newEmail, String newIndex, Clock clock) {
    this.email = newEmail.value();
    this.emailIndex = newIndex;
    this.emailVerifiedAt = clock.instant();
  }

  /** What user-service granted; empty until it has said. */
  Optional<List<String>> grantedRoles() {
    return split(roles);
  }

  Optional<List<String>> grantedPermissions() {
    return split(permissions);
  }

  void grant(List<String> newRoles, List<String> newPermissions) {
    this.roles = String.join(",", newRoles);
    this.permissions = String.join(",", newPermissions);
  }

  /** Whether an administrator closed the account for the time being. */
  public boolean suspended() {
    return suspendedAt != null;
  }

  void suspend(Clock clock) {
    this.suspendedAt = clock.instant();
  }

  void reinstate() {
    this.suspendedAt = null;
  }

  /** The erasure that the owner asked for and can still call off. */
  public Optional<ScheduledErasure> erasure() {
    return erasureId == null || erasureDueAt == null
        ? Optional.empty()
        : Optional.of(new ScheduledErasure(erasureId, erasureDueAt));
  }

  void scheduleErasure(ScheduledErasure erasure) {
    this.erasureId = erasure.id();
    this.erasureDueAt = erasure.dueAt();
  }

  void cancelErasure(UUID id) {
    if (id.equals(erasureId)) {
      this.erasureId = null;
      this.erasureDueAt = null;
    }
  }

  private static Optional<List<String>> split(@Nullable String joined) {
    return Optional.ofNullable(joined)
        .map(names -> names.isEmpty() ? List.of() : List.of(names.split(",")));
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
