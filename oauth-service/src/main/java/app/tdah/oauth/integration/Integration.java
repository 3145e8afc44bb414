package app.tdah.oauth.integration;

import app.tdah.oauth.provider.Capability;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user's account at a provider.
 *
 * @param account the name a person knows it by
 * @param requested what was asked for
 * @param granted what the user agreed to
 */
public record Integration(
    UUID id,
    UUID userId,
    String provider,
    String account,
    Set<Capability> requested,
    Set<Capability> granted,
    Status status,
    @Nullable Instant lastSyncedAt,
    @Nullable String lastError,
    Instant createdAt) {

  /** How an integration fares. One that was disconnected is gone. */
  public enum Status {
    CONNECTED,
    RECONNECT_NEEDED
  }

  /** Asked for, but not agreed to: the boxes that were left unticked on the consent page. */
  Set<Capability> missing() {
    Set<Capability> missing = new TreeSet<>(requested);
    missing.removeAll(granted);
    return missing;
  }

  /** What the user can do about it, or null when all is well. */
  @Nullable String advice(String providerName) {
    if (status == Status.RECONNECT_NEEDED) {
      return providerName
          + " no longer accepts our access. Connect the account again; nothing you have is lost.";
    }
    if (!missing().isEmpty()) {
      return "Not everything was allowed (missing: "
          + Capability.join(missing())
          + "). Connect again and tick its box to use it.";
    }
    return null;
  }
}
