package app.tdah.defaults.events;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** What operators see of outbox and inbox. */
final class EventMetrics {

  private static final Duration SAMPLE = Duration.ofSeconds(5);

  private final MeterRegistry registry;
  private final Supplier<Outbox.Backlog> read;
  private final Clock clock;
  private final Counter published;
  private Outbox.Backlog backlog = new Outbox.Backlog(0, null);
  private Instant sampledAt = Instant.EPOCH;

  EventMetrics(MeterRegistry registry, Supplier<Outbox.Backlog> read, Clock clock) {
    this.registry = registry;
    this.read = read;
    this.clock = clock;
    this.published = registry.counter("events.published");
    Gauge.builder("events.outbox.rows", () -> sample().rows()).register(registry);
    Gauge.builder("events.outbox.age", this::ageSeconds).baseUnit("seconds").register(registry);
  }

  void published(int count) {
    published.increment(count);
  }

  /** Counts one event by its fate and records how long after it was published. */
  void handled(EventMetadata event, String outcome) {
    registry.counter("events.handled", "type", event.type(), "outcome", outcome).increment();
    registry
        .timer("events.lag", "type", event.type())
        .record(Duration.between(event.occurredAt(), clock.instant()).abs());
  }

  void deadLettered(String topic) {
    registry.counter("events.dead.lettered", "topic", topic).increment();
  }

  private double ageSeconds() {
    Instant oldest = sample().oldest();
    return oldest == null
        ? 0
        : Math.max(0, Duration.between(oldest, clock.instant()).toMillis() / 1000.0);
  }

  private synchronized Outbox.Backlog sample() {
    if (Duration.between(sampledAt, clock.instant()).compareTo(SAMPLE) > 0) {
      backlog = read.get();
      sampledAt = clock.instant();
    }
    return backlog;
  }
}
