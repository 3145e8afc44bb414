package app.tdah.auth.passkey;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A passkey as its owner sees it.
 *
 * @param backedUp whether the key is copied to the owner's other devices
 * @param transports how browsers reach the authenticator, such as {@code internal}
 */
public record Passkey(
    UUID id,
    String name,
    Instant createdAt,
    @Nullable Instant lastUsedAt,
    boolean backedUp,
    List<String> transports) {}
