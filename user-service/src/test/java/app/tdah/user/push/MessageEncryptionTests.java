package app.tdah.user.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class MessageEncryptionTests {

  private static final String RECEIVER =
      "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
  private static final String SENDER =
      "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8";

  /** RFC 8291 appendix A. */
  @Test
  void encryptsAsTheRfcDoes() throws GeneralSecurityException {
    KeyPair sender =
        new KeyPair(
            P256.publicKey(bytes(SENDER)),
            P256.privateKey(bytes("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw")));

    byte[] encrypted =
        MessageEncryption.encrypt(
            "When I grow up, I want to be a watermelon".getBytes(StandardCharsets.UTF_8),
            P256.publicKey(bytes(RECEIVER)),
            bytes("BTBZMqHH6r4Tts7J_aSIgg"),
            sender,
            bytes("DGv6ra1nlYgDCS1FRnbzlw"));

    assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(encrypted))
        .isEqualTo(
            "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLoc"
                + "InmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyou"
                + "BWLVWGNWQexSgSxsj_Qulcy4a-fN");
  }

  @Test
  void theReceiverReadsItAndNobodyElse() throws Exception {
    TestBrowser browser = new TestBrowser("http://127.0.0.1/push");
    TestBrowser other = new TestBrowser("http://127.0.0.1/push");
    byte[] longest = "x".repeat(MessageEncryption.MAX_PLAINTEXT).getBytes(StandardCharsets.UTF_8);

    byte[] encrypted =
        MessageEncryption.encrypt(longest, browser.publicKey(), bytes(browser.auth()));

    assertThat(encrypted).hasSizeLessThanOrEqualTo(4096);
    assertThat(browser.decrypt(encrypted)).isEqualTo(new String(longest, StandardCharsets.UTF_8));
    assertThatThrownBy(() -> other.decrypt(encrypted)).isInstanceOf(GeneralSecurityException.class);
  }

  @Test
  void refusesWhatDoesNotFit() throws GeneralSecurityException {
    ECPublicKey receiver = P256.publicKey(bytes(RECEIVER));

    assertThatThrownBy(() ->
            MessageEncryption.encrypt(
                new byte[MessageEncryption.MAX_PLAINTEXT + 1], receiver, new byte[16]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesAPointThatIsNotOnTheCurve() {
    byte[] point = bytes(RECEIVER);
    point[64] ^= 1;

    assertThatThrownBy(() -> P256.publicKey(point)).isInstanceOf(InvalidKeySpecException.class);
    assertThatThrownBy(() -> P256.publicKey(new byte[65]))
        .isInstanceOf(InvalidKeySpecException.class);
  }

  private static byte[] bytes(String base64) {
    return Base64.getUrlDecoder().decode(base64);
  }
}
