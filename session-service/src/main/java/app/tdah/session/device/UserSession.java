package app.tdah.session.device;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A session that somebody has or had; auth-service owns it, this is what we know of it. */
@Entity
@Table(name = "sessions")
class UserSession {

  @Id private UUID id;
  private UUID userId;
  private @Nullable String deviceName;
  private @Nullable String userAgent;
  private String address;
  private Instant startedAt;
  private @Nullable Instant endedAt;
  private @Nullable String endReason;

  @SuppressWarnings("NullAway.Init")
  protected UserSession() {}

  UserSession(
      UUID id,
      UUID userId,
      @Nullable String deviceName,
      @Nullable String userAgent,
      String address,
      Instant startedAt) {
    this.id = id;
    this.userId = userId;
    this.deviceName = deviceName;
    this.userAgent = userAgent;
    this.address = address;
    this.startedAt = startedAt;
  }

  /** Ends it; an end is never undone or overwritten. */
  void end(String reason, Clock clock) {
    if (endedAt == null) {
      endedAt = clock.instant();
      endReason = reason;
    }
  }

  boolean ended() {
    return endedAt != null;
  }

  UUID id() {
    return id;
  }

  UUID userId() {
    return userId;
  }

  @Nullable String deviceName() {
    return deviceName;
  }

  @Nullable String userAgent() {
    return userAgent;
  }

  String address() {
    return address;
  }

  Instant startedAt() {
    return startedAt;
  }

  @Nullable String endReason() {
    return endReason;
  }
}
