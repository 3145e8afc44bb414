package app.tdah.auth.key;

import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;

/**
 * A key pair in memory.
 *
 * @param kid names it in tokens and in the key set
 * @param activeFrom before this it is published and does not sign yet
 */
record LoadedKey(String kid, RSAPublicKey publicKey, PrivateKey privateKey, Instant activeFrom) {

  @Override
  public String toString() {
    return "LoadedKey[" + kid + "]";
  }
}
