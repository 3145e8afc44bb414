package app.tdah.sms.sender;

import java.util.UUID;

/**
 * A text to hand over.
 *
 * @param requestId of who asked for it; unique per message
 * @param from one of the pool, E.164
 * @param to E.164
 */
public record OutgoingSms(UUID requestId, String from, String to, String body) {

  @Override
  public String toString() {
    return "OutgoingSms[" + requestId + "]";
  }
}
