package app.tdah.user.push;

import app.tdah.defaults.crypto.FieldCipher;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The key pair that we are known by to push services: the configured one, or one that is made once
 * and kept encrypted. Browsers bind their subscriptions to it, so it is not for changing.
 */
@Component
class VapidKeys {

  private static final String CONTEXT = "vapid key";

  private final JdbcClient jdbc;
  private final FieldCipher cipher;
  private final PushProperties properties;
  private final Clock clock;
  private volatile @Nullable KeyPair loaded;

  VapidKeys(JdbcClient jdbc, FieldCipher cipher, PushProperties properties, Clock clock) {
    this.jdbc = jdbc;
    this.cipher = cipher;
    this.properties = properties;
    this.clock = clock;
  }

  ECPrivateKey privateKey() {
    return (ECPrivateKey) pair().getPrivate();
  }

  /** An uncompressed point in base64url: what browsers want as {@code applicationServerKey}. */
  String publicKey() {
    return encode(P256.point((ECPublicKey) pair().getPublic()));
  }

  private KeyPair pair() {
    KeyPair known = loaded;
    if (known == null) {
      known = properties.privateKey().isEmpty() ? stored() : configured();
      loaded = known;
    }
    return known;
  }

  private KeyPair configured() {
    return pair(properties.publicKey(), properties.privateKey());
  }

  /** Of replicas that start together, the first one's key is everybody's. */
  private KeyPair stored() {
    boolean there =
        jdbc.sql("select exists (select 1 from vapid_keys)").query(Boolean.class).single();
    if (!there) {
      KeyPair made = make();
      jdbc.sql(
              """
              insert into vapid_keys (id, public_key, private_key, created_at)
              values (1, ?, ?, ?) on conflict do nothing
              """)
          .params(
              encode(P256.point((ECPublicKey) made.getPublic())),
              cipher.encrypt(encode(P256.scalar((ECPrivateKey) made.getPrivate())), CONTEXT),
              Timestamp.from(clock.instant()))
          .update();
    }
    return jdbc.sql("select public_key, private_key from vapid_keys")
        .query((row, number) ->
            pair(
                row.getString("public_key"), cipher.decrypt(row.getString("private_key"), CONTEXT)))
        .single();
  }

  private static KeyPair make() {
    try {
      return P256.generate();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no VAPID key can be made", e);
    }
  }

  private static KeyPair pair(String publicKey, String privateKey) {
    try {
      Base64.Decoder base64 = Base64.getUrlDecoder();
      return new KeyPair(
          P256.publicKey(base64.decode(publicKey)), P256.privateKey(base64.decode(privateKey)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalStateException("the VAPID key cannot be read", e);
    }
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
