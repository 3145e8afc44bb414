package app.tdah.user.admin;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account as administrators see it.
 *
 * @param email in clear
 * @param roles those given to the user, without {@code USER}
 * @param lastSeenAt when the user last signed in
 * @param suspension null when the account may be used
 */
record Account(
    UUID id,
    String email,
    boolean emailVerified,
    String displayName,
    List<String> roles,
    Instant createdAt,
    @Nullable Instant lastSeenAt,
    @Nullable Suspension suspension,
    boolean erasing) {

  Status status() {
    if (erasing) {
      return Status.ERASING;
    }
    return suspension == null ? Status.ACTIVE : Status.SUSPENDED;
  }

  @Override
  public String toString() {
    return "Account[" + id + "]";
  }

  /** Whether an account can be used; one that is being erased is that before all else. */
  enum Status {
    ACTIVE,
    SUSPENDED,
    ERASING
  }

  record Suspension(String reason, Instant since) {}
}
