package app.tdah.auth.passkey;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An authenticator with one key, which answers as a browser would hand it on. */
final class SoftAuthenticator {

  private static final int PRESENT = 0x01;
  private static final int VERIFIED = 0x04;
  private static final int CREDENTIAL = 0x40;

  private final KeyPair keys;
  private final byte[] id = new byte[16];
  private final String origin;
  int counter;
  boolean verifiesUser = true;
  String handle = "";

  SoftAuthenticator(String origin) throws GeneralSecurityException {
    this.origin = origin;
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    this.keys = generator.generateKeyPair();
    new SecureRandom().nextBytes(id);
  }

  /** What {@code navigator.credentials.create} gives. */
  JsonNode create(JsonNode options) throws GeneralSecurityException {
    handle = options.at("/user/id").asString();
    byte[] client = client("webauthn.create", options);
    ByteArrayOutputStream attestation = new ByteArrayOutputStream();
    byte[] data = authenticatorData(options.at("/rp/id").asString(), true);
    attestation.writeBytes(bytes("a363666d74646e6f6e656761747453746d74a0686175746844617461"));
    attestation.write(0x59);
    attestation.writeBytes(ByteBuffer.allocate(2).putShort((short) data.length).array());
    attestation.writeBytes(data);
    return credential(
        Map.of(
            "clientDataJSON", encoded(client),
            "attestationObject", encoded(attestation.toByteArray()),
            "transports", new String[] {"internal"}));
  }

  /** What {@code navigator.credentials.get} gives. */
  JsonNode get(JsonNode options) throws GeneralSecurityException {
    counter++;
    byte[] client = client("webauthn.get", options);
    byte[] data = authenticatorData(options.at("/rpId").asString(), false);
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(keys.getPrivate());
    signature.update(data);
    signature.update(sha256(client));
    return credential(
        Map.of(
            "clientDataJSON", encoded(client),
            "authenticatorData", encoded(data),
            "signature", encoded(signature.sign()),
            "userHandle", handle));
  }

  private JsonNode credential(Map<String, ?> response) {
    return JsonMapper.shared()
        .valueToTree(
            Map.of(
                "id", encoded(id),
                "rawId", encoded(id),
                "type", "public-key",
                "response", response,
                "clientExtensionResults", Map.of()));
  }

  private byte[] client(String type, JsonNode options) {
    return JsonMapper.shared()
        .writeValueAsBytes(
            Map.of(
                "type",
                type,
                "challenge",
                options.get("challenge").asString(),
                "origin",
                origin,
                "crossOrigin",
                false));
  }

  private byte[] authenticatorData(String relyingParty, boolean withKey)
      throws GeneralSecurityException {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    data.writeBytes(sha256(relyingParty.getBytes(StandardCharsets.UTF_8)));
    data.write(PRESENT | (verifiesUser ? VERIFIED : 0) | (withKey ? CREDENTIAL : 0));
    data.writeBytes(ByteBuffer.allocate(4).putInt(counter).array());
    if (withKey) {
      ECPublicKey key = (ECPublicKey) keys.getPublic();
      data.writeBytes(new byte[16]);
      data.writeBytes(ByteBuffer.allocate(2).putShort((short) id.length).array());
      data.writeBytes(id);
      data.writeBytes(bytes("a5010203262001215820"));
      data.writeBytes(word(key.getW().getAffineX()));
      data.writeBytes(bytes("225820"));
      data.writeBytes(word(key.getW().getAffineY()));
    }
    return data.toByteArray();
  }

  private static byte[] word(BigInteger number) {
    byte[] all = number.toByteArray();
    byte[] word = new byte[32];
    int length = Math.min(32, all.length);
    System.arraycopy(all, all.length - length, word, 32 - length, length);
    return word;
  }

  private static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
    return MessageDigest.getInstance("SHA-256").digest(bytes);
  }

  private static byte[] bytes(String hex) {
    return java.util.HexFormat.of().parseHex(hex);
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
