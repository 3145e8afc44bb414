package app.tdah.sms.sender;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Carries text messages. Implementations never retry by themselves, end every call within 16
 * seconds, and answer with a {@link SendResult} whatever happens.
 */
public interface SmsSender {

  /** The pool of numbers to send from, E.164; empty when the carrier is not set up. */
  List<String> numbers();

  /** Hands one message over. The request id comes back with every status callback. */
  SendResult send(OutgoingSms sms);

  /**
   * Messages of the same sender, recipient and body that the carrier has taken since; newest first.
   * For finding out how a call ended whose answer was never read.
   *
   * @return empty when the carrier cannot tell now
   */
  Optional<List<SendResult.Accepted>> taken(OutgoingSms sms, Instant since);
}
