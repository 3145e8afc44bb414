package app.tdah.user.push;

import java.time.Duration;

/**
 * What a browser shall be told.
 *
 * @param payload at most {@value #MAX_BYTES} bytes of UTF-8
 * @param timeToLive how long the push service keeps it for a device that is away
 * @param urgency {@code low}, {@code normal} or {@code high} (RFC 8030 section 5.3)
 * @param topic replaces an undelivered message of the same topic: at most 32 characters of
 *     base64url
 */
public record PushMessage(String payload, Duration timeToLive, String urgency, String topic) {

  /** What one encrypted record holds. */
  public static final int MAX_BYTES = MessageEncryption.MAX_PLAINTEXT;

  @Override
  public String toString() {
    return "PushMessage[" + topic + "]";
  }
}
