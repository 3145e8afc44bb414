package app.tdah.user.push;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.InvalidKeySpecException;
import java.util.Arrays;

/** Keys on the curve P-256 and their plain forms: X9.62 uncompressed points and scalars. */
final class P256 {

  static final int POINT_BYTES = 65;

  private static final int FIELD_BYTES = 32;
  private static final byte UNCOMPRESSED = 4;
  private static final ECGenParameterSpec NAME = new ECGenParameterSpec("secp256r1");
  private static final ECParameterSpec CURVE = curve();

  private P256() {}

  static KeyPair generate() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(NAME);
    return generator.generateKeyPair();
  }

  /**
   * Reads a point; one that is not on the curve could be made to betray a private key.
   *
   * @throws InvalidKeySpecException when it is no point of the curve
   */
  static ECPublicKey publicKey(byte[] encoded) throws GeneralSecurityException {
    if (encoded.length != POINT_BYTES || encoded[0] != UNCOMPRESSED) {
      throw new InvalidKeySpecException("not an uncompressed point of P-256");
    }
    ECPoint point =
        new ECPoint(
            new BigInteger(1, Arrays.copyOfRange(encoded, 1, 1 + FIELD_BYTES)),
            new BigInteger(1, Arrays.copyOfRange(encoded, 1 + FIELD_BYTES, POINT_BYTES)));
    if (!onCurve(point)) {
      throw new InvalidKeySpecException("not a point of P-256");
    }
    return (ECPublicKey)
        KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, CURVE));
  }

  static ECPrivateKey privateKey(byte[] scalar) throws GeneralSecurityException {
    return (ECPrivateKey)
        KeyFactory.getInstance("EC")
            .generatePrivate(new ECPrivateKeySpec(new BigInteger(1, scalar), CURVE));
  }

  static byte[] point(ECPublicKey key) {
    byte[] encoded = new byte[POINT_BYTES];
    encoded[0] = UNCOMPRESSED;
    copy(key.getW().getAffineX(), encoded, 1);
    copy(key.getW().getAffineY(), encoded, 1 + FIELD_BYTES);
    return encoded;
  }

  static byte[] scalar(ECPrivateKey key) {
    byte[] encoded = new byte[FIELD_BYTES];
    copy(key.getS(), encoded, 0);
    return encoded;
  }

  private static boolean onCurve(ECPoint point) {
    BigInteger p = ((ECFieldFp) CURVE.getCurve().getField()).getP();
    BigInteger x = point.getAffineX();
    BigInteger y = point.getAffineY();
    BigInteger right =
        x.pow(3).add(CURVE.getCurve().getA().multiply(x)).add(CURVE.getCurve().getB()).mod(p);
    return x.compareTo(p) < 0 && y.compareTo(p) < 0 && y.pow(2).mod(p).equals(right);
  }

  /** Right-aligned; a BigInteger has a sign byte too many, or leading zeros too few. */
  private static void copy(BigInteger number, byte[] to, int at) {
    byte[] bytes = number.toByteArray();
    int length = Math.min(bytes.length, FIELD_BYTES);
    System.arraycopy(bytes, bytes.length - length, to, at + FIELD_BYTES - length, length);
  }

  private static ECParameterSpec curve() {
    try {
      AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
      parameters.init(NAME);
      return parameters.getParameterSpec(ECParameterSpec.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime has no P-256", e);
    }
  }
}
