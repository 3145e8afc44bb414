package app.tdah.auth.passkey;

import app.tdah.auth.account.Account;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What a browser is asked, in the JSON form of WebAuthn level 3 (5.1.8, 5.1.9). */
@Component
class PasskeyOptions {

  private static final String PUBLIC_KEY = "public-key";

  /** ES256, EdDSA, RS256. */
  private static final List<Integer> ALGORITHMS = List.of(-7, -8, -257);

  private final PasskeyProperties properties;

  PasskeyOptions(PasskeyProperties properties) {
    this.properties = properties;
  }

  Map<String, Object> creation(Account account, String challenge, List<String> known) {
    return Map.of(
        "rp", Map.of("id", properties.relyingParty(), "name", "Personal Assistant"),
        "user",
            Map.of(
                "id", handle(account.id()),
                "name", account.email(),
                "displayName", account.person().displayName()),
        "challenge", challenge,
        "pubKeyCredParams",
            ALGORITHMS.stream().map(alg -> Map.of("type", PUBLIC_KEY, "alg", alg)).toList(),
        "timeout", PasskeyChallenges.LIFETIME.toMillis(),
        "excludeCredentials", descriptors(known),
        "authenticatorSelection",
            Map.of("residentKey", "preferred", "userVerification", "preferred"),
        "attestation", "none");
  }

  /** Without ids the authenticator offers what it has for us. */
  Map<String, Object> request(String challenge, List<String> allowed, boolean verification) {
    return Map.of(
        "challenge", challenge,
        "timeout", PasskeyChallenges.LIFETIME.toMillis(),
        "rpId", properties.relyingParty(),
        "allowCredentials", descriptors(allowed),
        "userVerification", verification ? "required" : "preferred");
  }

  /** The account id, which an authenticator keeps with a discoverable passkey. */
  static String handle(UUID accountId) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(handleBytes(accountId));
  }

  static byte[] handleBytes(UUID accountId) {
    return ByteBuffer.allocate(2 * Long.BYTES)
        .putLong(accountId.getMostSignificantBits())
        .putLong(accountId.getLeastSignificantBits())
        .array();
  }

  private static List<Map<String, String>> descriptors(List<String> ids) {
    return ids.stream().map(id -> Map.of("type", PUBLIC_KEY, "id", id)).toList();
  }
}
