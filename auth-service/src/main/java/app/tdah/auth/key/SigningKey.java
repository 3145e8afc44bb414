package app.tdah.auth.key;

import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.ids.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** An RSA key pair at rest; the private half is encrypted and bound to its {@code kid}. */
@Entity
@Table(name = "signing_keys")
class SigningKey {

  private static final int BITS = 2048;

  @Id private String kid;
  private String privateKey;
  private String publicKey;
  private Instant activeFrom;
  @Version private @Nullable Long version;

  @SuppressWarnings("NullAway.Init")
  protected SigningKey() {}

  private SigningKey(String kid, String privateKey, String publicKey, Instant activeFrom) {
    this.kid = kid;
    this.privateKey = privateKey;
    this.publicKey = publicKey;
    this.activeFrom = activeFrom;
  }

  static SigningKey generate(FieldCipher cipher, Instant activeFrom) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(BITS);
      KeyPair pair = generator.generateKeyPair();
      Base64.Encoder base64 = Base64.getEncoder();
      String kid = Ids.next().toString();
      String secret =
          cipher.encrypt(base64.encodeToString(pair.getPrivate().getEncoded()), context(kid));
      return new SigningKey(
          kid, secret, base64.encodeToString(pair.getPublic().getEncoded()), activeFrom);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has RSA", e);
    }
  }

  String kid() {
    return kid;
  }

  Instant activeFrom() {
    return activeFrom;
  }

  /** Both halves, ready for use. */
  LoadedKey open(FieldCipher cipher) {
    try {
      KeyFactory rsa = KeyFactory.getInstance("RSA");
      Base64.Decoder base64 = Base64.getDecoder();
      byte[] secret = base64.decode(cipher.decrypt(privateKey, context(kid)));
      return new LoadedKey(
          kid,
          (RSAPublicKey) rsa.generatePublic(new X509EncodedKeySpec(base64.decode(publicKey))),
          rsa.generatePrivate(new PKCS8EncodedKeySpec(secret)),
          activeFrom);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("signing key " + kid + " cannot be read", e);
    }
  }

  private static String context(String kid) {
    return "signing-key:" + kid;
  }
}
