package app.tdah.session.device;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A revoked session that Redis may still have. */
@Entity
@Table(name = "pending_revocations")
class PendingRevocation {

  @Id private UUID sessionId;
  private UUID userId;
  private Instant revokedAt;

  @SuppressWarnings("NullAway.Init")
  protected PendingRevocation() {}

  PendingRevocation(UUID sessionId, UUID userId, Instant revokedAt) {
    this.sessionId = sessionId;
    this.userId = userId;
    this.revokedAt = revokedAt;
  }

  UUID sessionId() {
    return sessionId;
  }

  UUID userId() {
    return userId;
  }

  Instant revokedAt() {
    return revokedAt;
  }
}
