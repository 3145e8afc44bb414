package app.tdah.user.push;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The receiving end of Web Push: what a browser does with its keys. */
public final class TestBrowser {

  private final String endpoint;
  private final KeyPair keys;
  private final byte[] auth = new byte[16];

  public TestBrowser(String endpoint) throws GeneralSecurityException {
    this.endpoint = endpoint;
    this.keys = P256.generate();
    new SecureRandom().nextBytes(auth);
  }

  /** The body of a subscription request. */
  public String subscription(String deviceName) {
    return """
    {"endpoint":"%s","expirationTime":null,"keys":{"p256dh":"%s","auth":"%s"},"deviceName":"%s"}
    """
        .formatted(endpoint, encode(P256.point(publicKey())), auth(), deviceName);
  }

  ECPublicKey publicKey() {
    return (ECPublicKey) keys.getPublic();
  }

  String auth() {
    return encode(auth);
  }

  /** RFC 8188 and RFC 8291 from the other side, with HMAC alone. */
  public String decrypt(byte[] body) throws GeneralSecurityException {
    ByteBuffer buffer = ByteBuffer.wrap(body);
    byte[] salt = take(buffer, 16);
    int recordSize = buffer.getInt();
    byte[] sender = take(buffer, buffer.get());
    byte[] record = take(buffer, buffer.remaining());
    if (record.length > recordSize) {
      throw new GeneralSecurityException("more than one record");
    }
    KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
    agreement.init(keys.getPrivate());
    agreement.doPhase(P256.publicKey(sender), true);
    byte[] info =
        concat(
            "WebPush: info\0".getBytes(StandardCharsets.US_ASCII), P256.point(publicKey()), sender);
    byte[] keying = hkdf(auth, agreement.generateSecret(), info, 32);
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.DECRYPT_MODE,
        new SecretKeySpec(hkdf(salt, keying, label("aes128gcm"), 16), "AES"),
        new GCMParameterSpec(128, hkdf(salt, keying, label("nonce"), 12)));
    byte[] padded = cipher.doFinal(record);
    if (padded[padded.length - 1] != 2) {
      throw new GeneralSecurityException("no delimiter of a last record");
    }
    return new String(padded, 0, padded.length - 1, StandardCharsets.UTF_8);
  }

  private static byte[] hkdf(byte[] salt, byte[] keying, byte[] info, int length)
      throws GeneralSecurityException {
    byte[] pseudoRandom = hmac(salt, keying);
    return Arrays.copyOf(hmac(pseudoRandom, concat(info, new byte[] {1})), length);
  }

  private static byte[] hmac(byte[] key, byte[] data) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(data);
  }

  private static byte[] label(String name) {
    return ("Content-Encoding: " + name + "\0").getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] concat(byte[]... parts) {
    ByteBuffer all = ByteBuffer.allocate(Arrays.stream(parts).mapToInt(part -> part.length).sum());
    Arrays.stream(parts).forEach(all::put);
    return all.array();
  }

  private static byte[] take(ByteBuffer buffer, int length) {
    byte[] taken = new byte[length];
    buffer.get(taken);
    return taken;
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
