package app.tdah.user.notification;

import java.util.List;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** One worker per channel, so that a channel that is away holds up none of the others. */
@Component
class DeliveryWorkers implements SmartLifecycle {

  private final List<DeliveryWorker> workers;
  private volatile boolean running;

  DeliveryWorkers(
      List<Courier> couriers,
      Deliver deliver,
      Deliveries deliveries,
      DeliverySignals signals,
      DeliveryProperties properties) {
    this.workers =
        couriers.stream()
            .map(courier -> new DeliveryWorker(courier, deliver, deliveries, signals, properties))
            .toList();
  }

  @Override
  public synchronized void start() {
    workers.forEach(DeliveryWorker::start);
    running = true;
  }

  @Override
  public synchronized void stop() {
    running = false;
    workers.forEach(DeliveryWorker::askToStop);
    workers.forEach(DeliveryWorker::awaitStop);
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
