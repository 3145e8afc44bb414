package app.tdah.defaults.crypto;

import app.tdah.events.EncryptedText;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.prf.PrfSet;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Encrypts fields with AES-256-GCM (Google Tink). The context is authenticated with the text, so
 * that a ciphertext cannot be moved to another row or column that uses another context.
 */
public final class FieldCipher {

  private static final String EVENT = "event";
  private static final int BLIND_INDEX_BYTES = 32;

  private final Aead aead;
  private final PrfSet prf;

  FieldCipher(Aead aead, PrfSet prf) {
    this.aead = aead;
    this.prf = prf;
  }

  /** Base64 ciphertext; two calls never give the same one. */
  public String encrypt(String plaintext, String context) {
    try {
      byte[] ciphertext =
          aead.encrypt(
              plaintext.getBytes(StandardCharsets.UTF_8), context.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(ciphertext);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("encryption failed", e);
    }
  }

  /**
   * The text that {@link #encrypt(String, String)} was given.
   *
   * @throws UndecipherableField when text, key or context do not belong together
   */
  public String decrypt(String ciphertext, String context) {
    try {
      byte[] plaintext =
          aead.decrypt(
              Base64.getDecoder().decode(ciphertext), context.getBytes(StandardCharsets.UTF_8));
      return new String(plaintext, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new UndecipherableField(context, e);
    }
  }

  /** Encrypts bytes, such as a piece of a file. */
  public byte[] encrypt(byte[] plaintext, String context) {
    try {
      return aead.encrypt(plaintext, context.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("encryption failed", e);
    }
  }

  /**
   * The bytes that {@link #encrypt(byte[], String)} was given.
   *
   * @throws UndecipherableField when bytes, key or context do not belong together
   */
  public byte[] decrypt(byte[] ciphertext, String context) {
    try {
      return aead.decrypt(ciphertext, context.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new UndecipherableField(context, e);
    }
  }

  /** Encrypts a field of an event. */
  public EncryptedText seal(String plaintext) {
    return new EncryptedText(encrypt(plaintext, EVENT));
  }

  /** Reads a field of an event. */
  public String open(EncryptedText text) {
    return decrypt(text.ciphertext(), EVENT);
  }

  /** Keyed hash for looking up a value that is stored encrypted: 64 hexadecimal digits. */
  public String blindIndex(String value) {
    try {
      return HexFormat.of()
          .formatHex(prf.computePrimary(value.getBytes(StandardCharsets.UTF_8), BLIND_INDEX_BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("keyed hash failed", e);
    }
  }
}
