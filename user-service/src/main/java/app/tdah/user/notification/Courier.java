package app.tdah.user.notification;

import app.tdah.events.DomainEvent;
import app.tdah.user.notification.Deliveries.Claimed;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Brings notifications out by one channel. */
interface Courier {

  Channel channel();

  /** Makes one attempt. */
  Outcome send(Claimed claimed, Notification notification);

  /** What came of it. */
  sealed interface Outcome {

    /**
     * The other side has it.
     *
     * @param events to be told in the transaction that writes this down
     */
    record Sent(List<DomainEvent> events) implements Outcome {}

    /**
     * Not now.
     *
     * @param after when, where that is known
     */
    record Later(String reason, @Nullable Duration after) implements Outcome {}

    /** Never. */
    record Refused(String reason) implements Outcome {}

    /** There is nobody there any more. */
    record Gone(String reason) implements Outcome {}
  }
}
