package app.tdah.auth.session;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session as a line of refresh tokens, of which one is valid at a time. Its row is locked for
 * every change, so that a token has one successor however many ask.
 */
@Entity
@Table(name = "refresh_families")
class RefreshFamily {

  @Id private UUID id;
  private UUID accountId;
  private @Nullable String deviceName;
  private @Nullable String userAgent;
  private String address;
  private String amr;
  private Instant authTime;
  private Instant startedAt;
  private Instant lastUsedAt;
  private Instant expiresAt;
  private int generation;
  private @Nullable Instant endedAt;

  @Enumerated(EnumType.STRING)
  private @Nullable EndReason endReason;

  private boolean mirrored = true;
  private @Nullable Instant rolesSince;
  @Version private @Nullable Long version;

  @SuppressWarnings("NullAway.Init")
  protected RefreshFamily() {}

  RefreshFamily(
      UUID id,
      UUID accountId,
      Device device,
      List<String> amr,
      SessionProperties lifetimes,
      Clock clock) {
    this.id = id;
    this.accountId = accountId;
    this.deviceName = device.name();
    this.userAgent = device.userAgent();
    this.address = device.address();
    this.amr = String.join(",", amr);
    this.startedAt = clock.instant();
    this.authTime = startedAt;
    this.lastUsedAt = startedAt;
    this.expiresAt = startedAt.plus(lifetimes.idleLifetime());
  }

  /** Moves on to the next token and slides the expiry, up to the absolute end. */
  int advance(SessionProperties lifetimes, Clock clock) {
    Instant now = clock.instant();
    Instant idle = now.plus(lifetimes.idleLifetime());
    Instant absolute = startedAt.plus(lifetimes.absoluteLifetime());
    lastUsedAt = now;
    expiresAt = idle.isBefore(absolute) ? idle : absolute;
    return ++generation;
  }

  /** The user proved again who they are. */
  void reauthenticated(Clock clock) {
    authTime = clock.instant();
  }

  /** Ends the session, once; Redis does not know yet. */
  void end(EndReason reason, Clock clock) {
    if (endedAt == null) {
      endedAt = clock.instant();
      endReason = reason;
      mirrored = false;
    }
  }

  /** Access tokens from before this second are outdated; Redis does not know yet. */
  void outdateTokens(Instant since) {
    rolesSince = since;
    mirrored = false;
  }

  /** Access tokens that were issued before this carry roles that were taken away. */
  @Nullable Instant rolesSince() {
    return rolesSince;
  }

  boolean ended() {
    return endedAt != null;
  }

  boolean expired(Clock clock) {
    return !clock.instant().isBefore(expiresAt);
  }

  /** Redis says the same as this row from now on, or does not. */
  void mirrored(boolean inRedis) {
    this.mirrored = inRedis;
  }

  UUID id() {
    return id;
  }

  UUID accountId() {
    return accountId;
  }

  Device device() {
    return new Device(deviceName, userAgent, address);
  }

  List<String> amr() {
    return List.of(amr.split(","));
  }

  Instant authTime() {
    return authTime;
  }

  Instant startedAt() {
    return startedAt;
  }

  Instant lastUsedAt() {
    return lastUsedAt;
  }

  Instant expiresAt() {
    return expiresAt;
  }

  int generation() {
    return generation;
  }

  @Nullable EndReason endReason() {
    return endReason;
  }
}
