package app.tdah.e2e;

import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator app (RFC 6238): six digits, SHA-1, steps of 30 s. */
final class AuthenticatorApp {

  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final long STEP_MILLIS = 30_000;

  private final byte[] secret;
  private long last;

  AuthenticatorApp(String base32) {
    this.secret = decoded(base32);
  }

  /** A code that was not shown yet, of this step or the next: it holds for half a minute. */
  String code() {
    long step =
        await()
            .atMost(Duration.ofSeconds(60))
            .until(() -> Math.max(last + 1, now()), next -> next <= now() + 1);
    last = step;
    return of(step);
  }

  /** Six digits that are no code of these minutes. */
  String wrongCode() {
    long now = now();
    return IntStream.range(0, 100)
        .mapToObj("%06d"::formatted)
        .filter(
            code -> LongStream.range(now - 5, now + 10).mapToObj(this::of).noneMatch(code::equals))
        .findFirst()
        .orElseThrow();
  }

  private static long now() {
    return System.currentTimeMillis() / STEP_MILLIS;
  }

  /** RFC 4226 section 5.3. */
  private String of(long step) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      int offset = hash[hash.length - 1] & 15;
      int truncated = ByteBuffer.wrap(hash).getInt(offset) & 0x7fffffff;
      return "%06d".formatted(truncated % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** RFC 4648 section 6. */
  private static byte[] decoded(String base32) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int bits = 0;
    int count = 0;
    for (char digit : base32.replace("=", "").toCharArray()) {
      bits = (bits << 5 | BASE32.indexOf(digit)) & 0xfff;
      count += 5;
      if (count >= 8) {
        count -= 8;
        bytes.write(bits >> count);
      }
    }
    return bytes.toByteArray();
  }
}
