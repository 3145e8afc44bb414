package app.tdah.session.activity;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that happened to an account. */
@Entity
@Table(name = "security_events")
class SecurityEntry {

  @Id private UUID id;
  private UUID userId;

  @Enumerated(EnumType.STRING)
  private Type type;

  private @Nullable UUID sessionId;
  private @Nullable String address;
  private @Nullable String device;
  private @Nullable String reason;
  private @Nullable String detail;
  private Instant at;

  /** What kind of thing. */
  enum Type {
    LOGIN_SUCCEEDED,
    LOGIN_FAILED,
    SESSION_STARTED,
    SESSION_ENDED,
    SESSION_REVOKED,
    TOKEN_REUSED,
    PASSWORD_CHANGED,
    EMAIL_CHANGED,
    ROLES_CHANGED,
    MFA_CHANGED,
    MFA_CODE_SENT,
    MFA_FAILED,
    ACCOUNT_SUSPENDED,
    ACCOUNT_REINSTATED,
    ERASURE_SCHEDULED,
    ERASURE_CANCELLED,
    THREAT_DETECTED
  }

  @SuppressWarnings("NullAway.Init")
  protected SecurityEntry() {}

  SecurityEntry(UUID id, UUID userId, Type type, Instant at) {
    this.id = id;
    this.userId = userId;
    this.type = type;
    this.at = at;
  }

  SecurityEntry of(UUID session) {
    sessionId = session;
    return this;
  }

  SecurityEntry from(String origin) {
    address = origin;
    return this;
  }

  SecurityEntry on(@Nullable String usedDevice) {
    device = usedDevice;
    return this;
  }

  /** A word of which the text depends. */
  SecurityEntry because(@Nullable String why) {
    reason = why;
    return this;
  }

  /** A word that the text names. */
  SecurityEntry about(String what) {
    detail = what;
    return this;
  }

  UUID id() {
    return id;
  }

  Type type() {
    return type;
  }

  @Nullable UUID sessionId() {
    return sessionId;
  }

  @Nullable String address() {
    return address;
  }

  @Nullable String device() {
    return device;
  }

  @Nullable String reason() {
    return reason;
  }

  @Nullable String detail() {
    return detail;
  }

  Instant at() {
    return at;
  }
}
