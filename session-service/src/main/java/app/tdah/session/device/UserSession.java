package app.tdah.session.device;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
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
  private @Nullable String deviceId;
  private @Nullable String name;
  private @Nullable Boolean trusted;
  private String amr;
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
      List<String> amr,
      Instant startedAt) {
    this.id = id;
    this.userId = userId;
    this.deviceName = deviceName;
    this.userAgent = userAgent;
    this.address = address;
    this.amr = String.join(",", amr);
    this.startedAt = startedAt;
  }

  /** Ends it; an end is never undone or overwritten. */
  void end(String reason, Clock clock) {
    if (endedAt == null) {
      endedAt = clock.instant();
      endReason = reason;
    }
  }

  /** The user gives it a name, or takes it away with an empty one. */
  void rename(String text) {
    name = text.isBlank() ? null : text.strip();
  }

  /** The user says whether the device is theirs. */
  void trust(boolean theirs) {
    trusted = theirs;
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

  @Nullable String deviceId() {
    return deviceId;
  }

  @Nullable String name() {
    return name;
  }

  boolean trusted() {
    return Boolean.TRUE.equals(trusted);
  }

  /** How the user proved who they are, in the words of RFC 8176. */
  List<String> amr() {
    return amr.isEmpty() ? List.of() : List.of(amr.split(","));
  }

  @Nullable String endReason() {
    return endReason;
  }
}
