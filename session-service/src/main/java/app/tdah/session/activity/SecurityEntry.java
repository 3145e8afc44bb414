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
  private @Nullable String reason;
  private Instant at;

  /** What kind of thing. */
  enum Type {
    LOGIN_SUCCEEDED,
    LOGIN_FAILED,
    SESSION_STARTED,
    SESSION_ENDED,
    SESSION_REVOKED,
    TOKEN_REUSED
  }

  @SuppressWarnings("NullAway.Init")
  protected SecurityEntry() {}

  SecurityEntry(
      UUID id,
      UUID userId,
      Type type,
      @Nullable UUID sessionId,
      @Nullable String address,
      @Nullable String reason,
      Instant at) {
    this.id = id;
    this.userId = userId;
    this.type = type;
    this.sessionId = sessionId;
    this.address = address;
    this.reason = reason;
    this.at = at;
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

  @Nullable String reason() {
    return reason;
  }

  Instant at() {
    return at;
  }
}
