package app.tdah.user.phone;

import app.tdah.defaults.crypto.FieldCipher;
import java.security.SecureRandom;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Makes six-digit codes. Only a keyed hash is stored: a plain one could be tried out in a second.
 */
@Component
class SecurityCodes {

  private static final SecureRandom RANDOM = new SecureRandom();

  private final FieldCipher cipher;

  SecurityCodes(FieldCipher cipher) {
    this.cipher = cipher;
  }

  String next() {
    return "%06d".formatted(RANDOM.nextInt(1_000_000));
  }

  /** Depends on the number's id too: a code is good for one number of one user. */
  String hash(UUID phoneNumberId, String code) {
    return cipher.blindIndex("phone-code:" + phoneNumberId + ":" + code);
  }
}
