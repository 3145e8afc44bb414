package app.tdah.user.push;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A browser that wants to be told (W3C Push API).
 *
 * @param endpoint the address, which is a secret: who knows it can send to it
 * @param p256dh the browser's public key, in base64url
 * @param auth the secret that the browser shares with us, in base64url
 * @param usedAt when a push service last took a message
 */
record PushSubscription(
    UUID id,
    UUID userId,
    String endpoint,
    String p256dh,
    String auth,
    @Nullable String deviceName,
    Instant createdAt,
    @Nullable Instant usedAt) {

  @Override
  public String toString() {
    return "PushSubscription[" + id + "]";
  }
}
