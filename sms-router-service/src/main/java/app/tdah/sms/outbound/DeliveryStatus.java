package app.tdah.sms.outbound;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Where an outbound message is: first our own states, then the carrier's. Callbacks come in any
 * order, so a status only ever gives way to one of a higher rank.
 */
public enum DeliveryStatus {
  /** Waits for an attempt. */
  PENDING(0),
  /** An attempt was recorded; its outcome is not. */
  CALLING(1),
  /** It cannot be told whether the carrier has it; it is not sent again. */
  UNKNOWN(1),
  SCHEDULED(2),
  ACCEPTED(2),
  QUEUED(3),
  SENDING(4),
  SENT(5),
  UNDELIVERED(6),
  FAILED(6),
  CANCELED(6),
  DELIVERED(7),
  READ(8);

  private final int rank;

  DeliveryStatus(int rank) {
    this.rank = rank;
  }

  /** The carrier's status of that word, if it is one that we know. */
  public static Optional<DeliveryStatus> ofCarrier(String word) {
    String name = word.toUpperCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(status -> status.rank >= ACCEPTED.rank && status.name().equals(name))
        .findAny();
  }

  /** Lower case, in events. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean givesWayTo(DeliveryStatus next) {
    return next.rank > rank;
  }

  /** The carrier has, or had, the message. */
  boolean handedOver() {
    return rank >= ACCEPTED.rank && this != FAILED && this != CANCELED;
  }
}
