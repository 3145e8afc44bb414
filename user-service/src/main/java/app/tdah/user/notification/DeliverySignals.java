package app.tdah.user.notification;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells the workers of this process that there is something to send, or room for more. */
@Component
class DeliverySignals {

  private final Map<Channel, Semaphore> signals = new EnumMap<>(Channel.class);

  DeliverySignals() {
    Arrays.stream(Channel.values()).forEach(channel -> signals.put(channel, new Semaphore(0)));
  }

  void wakeAfterCommit(Channel channel) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            wake(channel);
          }
        });
  }

  void wake(Channel channel) {
    of(channel).release();
  }

  void await(Channel channel, Duration atMost) throws InterruptedException {
    if (of(channel).tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
      of(channel).drainPermits();
    }
  }

  private Semaphore of(Channel channel) {
    return Objects.requireNonNull(signals.get(channel));
  }
}
