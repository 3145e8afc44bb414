package app.tdah.user.push;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts a push message for one subscription, so that the push service between cannot read it
 * (RFC 8291, with the content coding {@code aes128gcm} of RFC 8188).
 */
final class MessageEncryption {

  /** What fits the one record of 4096 bytes that RFC 8291 section 4 allows. */
  static final int MAX_PLAINTEXT = 3993;

  static final int AUTH_BYTES = 16;

  private static final int SALT_BYTES = 16;
  private static final int RECORD_SIZE = 4096;
  private static final byte LAST_RECORD = 2;
  private static final SecureRandom RANDOM = new SecureRandom();

  private MessageEncryption() {}

  /** The body to send; key pair and salt are new for each message. */
  static byte[] encrypt(byte[] plaintext, ECPublicKey receiver, byte[] auth)
      throws GeneralSecurityException {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    return encrypt(plaintext, receiver, auth, P256.generate(), salt);
  }

  static byte[] encrypt(
      byte[] plaintext, ECPublicKey receiver, byte[] auth, KeyPair sender, byte[] salt)
      throws GeneralSecurityException {
    if (plaintext.length > MAX_PLAINTEXT) {
      throw new IllegalArgumentException("a push message has " + MAX_PLAINTEXT + " bytes at most");
    }
    byte[] senderPoint = P256.point((ECPublicKey) sender.getPublic());
    byte[] keying = keyingMaterial(receiver, auth, sender, senderPoint);
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.ENCRYPT_MODE,
        new SecretKeySpec(derive(keying, salt, info("Content-Encoding: aes128gcm"), 16), "AES"),
        new GCMParameterSpec(128, derive(keying, salt, info("Content-Encoding: nonce"), 12)));
    byte[] padded = Arrays.copyOf(plaintext, plaintext.length + 1);
    padded[plaintext.length] = LAST_RECORD;
    byte[] record = cipher.doFinal(padded);
    return ByteBuffer.allocate(SALT_BYTES + 4 + 1 + senderPoint.length + record.length)
        .put(salt)
        .putInt(RECORD_SIZE)
        .put((byte) senderPoint.length)
        .put(senderPoint)
        .put(record)
        .array();
  }

  /** RFC 8291 section 3.4. */
  private static byte[] keyingMaterial(
      ECPublicKey receiver, byte[] auth, KeyPair sender, byte[] senderPoint)
      throws GeneralSecurityException {
    KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
    agreement.init(sender.getPrivate());
    agreement.doPhase(receiver, true);
    byte[] label = info("WebPush: info");
    byte[] info =
        ByteBuffer.allocate(label.length + 2 * P256.POINT_BYTES)
            .put(label)
            .put(P256.point(receiver))
            .put(senderPoint)
            .array();
    return derive(agreement.generateSecret(), auth, info, 32);
  }

  private static byte[] derive(byte[] keying, byte[] salt, byte[] info, int length)
      throws GeneralSecurityException {
    return KDF.getInstance("HKDF-SHA256")
        .deriveData(
            HKDFParameterSpec.ofExtract().addIKM(keying).addSalt(salt).thenExpand(info, length));
  }

  private static byte[] info(String label) {
    return (label + "\0").getBytes(StandardCharsets.US_ASCII);
  }
}
