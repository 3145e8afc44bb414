package app.tdah.sms.sender;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How handing over a message ended. */
public sealed interface SendResult {

  /**
   * The carrier has it.
   *
   * @param status in Twilio's words, lower case
   * @param segments as the carrier counts them; null when it does not say
   */
  record Accepted(String sid, String status, @Nullable Integer segments) implements SendResult {}

  /** The carrier will never take it; the code is Twilio's. */
  record Rejected(int errorCode) implements SendResult {}

  /** Surely not sent; worth another attempt. The delay is what the carrier asked for, if it did. */
  record NotSent(String reason, @Nullable Duration retryAfter) implements SendResult {}

  /** Perhaps sent: the call broke off. Look before sending again. */
  record Unclear(String reason) implements SendResult {}
}
