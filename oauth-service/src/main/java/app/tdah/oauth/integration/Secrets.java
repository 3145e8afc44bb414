package app.tdah.oauth.integration;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** State and PKCE verifier of one authorization request: 256 random bits each. */
record Secrets(String state, String verifier) {

  private static final SecureRandom RANDOM = new SecureRandom();

  static Secrets random() {
    return new Secrets(token(), token());
  }

  /** RFC 7636 section 4.2, S256. */
  String challenge() {
    return hash(verifier);
  }

  String stateHash() {
    return hash(state);
  }

  static String hash(String value) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  private static String token() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public String toString() {
    return "Secrets[…]";
  }
}
