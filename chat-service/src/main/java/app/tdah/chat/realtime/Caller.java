package app.tdah.chat.realtime;

import java.security.Principal;
import java.time.Instant;
import java.util.UUID;

/**
 * Whose socket it is, from the token of its handshake.
 *
 * @param expiresAt when that token ends
 */
record Caller(UUID userId, UUID sessionId, Instant expiresAt) implements Principal {

  @Override
  public String getName() {
    return userId.toString();
  }
}
