package app.tdah.devstack.simulator.fault;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong at a vendor; parts that are null do not.
 *
 * @param status answer of API calls (HTTP), or reply to MAIL (SMTP)
 * @param retryAfter seconds, sent with {@code status}
 * @param times how often it still happens; null = until it is switched off
 * @param delayMs pause before an answer, a callback, or each streamed chunk
 * @param duplicates how many extra copies of an inbound message or a status callback are delivered
 * @param reorder status callbacks come last first
 * @param cutAfterChunks a stream ends without a word after so many chunks
 * @param deliveryErrorCode outbound messages are not delivered, with this code
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Fault(
    @Nullable Integer status,
    @Nullable Integer retryAfter,
    @Nullable Integer times,
    @Nullable Integer delayMs,
    @Nullable Integer duplicates,
    @Nullable Boolean reorder,
    @Nullable Integer cutAfterChunks,
    @Nullable Integer deliveryErrorCode) {

  /** Nothing goes wrong. */
  public static final Fault NONE = new Fault(null, null, null, null, null, null, null, null);

  /** Is it for the API's calls? A delay alone is for everything. */
  public boolean concernsCalls() {
    return breaksCalls() || !breaksDeliveries();
  }

  /** Is it for the status callbacks of outbound messages? */
  public boolean concernsCallbacks() {
    return breaksDeliveries() || !breaksCalls();
  }

  /** Is it for inbound messages? */
  public boolean concernsInbound() {
    return duplicates != null || (!breaksCalls() && !breaksDeliveries());
  }

  private boolean breaksCalls() {
    return status != null || cutAfterChunks != null;
  }

  private boolean breaksDeliveries() {
    return duplicates != null || reorder != null || deliveryErrorCode != null;
  }

  /** How many times a delivery is made: once, and the duplicates. */
  public int deliveries() {
    return 1 + (duplicates == null ? 0 : duplicates);
  }

  public boolean reorders() {
    return reorder != null && reorder;
  }

  /** Sleeps for {@code delayMs}. */
  public void pause() {
    if (delayMs != null) {
      try {
        Thread.sleep(delayMs);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  Fault once() {
    return new Fault(
        status,
        retryAfter,
        times == null ? null : times - 1,
        delayMs,
        duplicates,
        reorder,
        cutAfterChunks,
        deliveryErrorCode);
  }
}
