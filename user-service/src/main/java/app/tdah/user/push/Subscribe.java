package app.tdah.user.push;

import app.tdah.defaults.web.InvalidField;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Takes a browser's subscription, after a look at what it would make us do. */
@Service
class Subscribe {

  private final PushSubscriptions subscriptions;
  private final PushHosts hosts;
  private final PushProperties properties;

  Subscribe(PushSubscriptions subscriptions, PushHosts hosts, PushProperties properties) {
    this.subscriptions = subscriptions;
    this.hosts = hosts;
    this.properties = properties;
  }

  /**
   * @throws InvalidField when the endpoint is no known push service's, or a key is none
   */
  UUID subscribe(
      UUID userId, String endpoint, String p256dh, String auth, @Nullable String deviceName) {
    if (hosts.accept(endpoint).isEmpty()) {
      throw new InvalidField("endpoint", "must be an https address of a known push service");
    }
    checkKey(p256dh);
    checkSecret(auth);
    return subscriptions.put(userId, endpoint, p256dh, auth, deviceName, properties.maxPerUser());
  }

  private static void checkKey(String p256dh) {
    try {
      P256.publicKey(Base64.getUrlDecoder().decode(p256dh));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new InvalidField("keys.p256dh", "must be an uncompressed P-256 point in base64url");
    }
  }

  private static void checkSecret(String auth) {
    try {
      if (Base64.getUrlDecoder().decode(auth).length == MessageEncryption.AUTH_BYTES) {
        return;
      }
    } catch (IllegalArgumentException e) {
      // Answered below, as for a secret of the wrong length.
    }
    throw new InvalidField("keys.auth", "must be 16 bytes in base64url");
  }
}
