package app.tdah.defaults.events;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends committed events to Kafka: at least once, in order per key. One replica relays at a time.
 * An event leaves the table when the broker has acknowledged it; once a key fails, its later events
 * wait.
 */
final class OutboxRelay implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
  private static final Duration IDLE = Duration.ofMillis(250);
  private static final Duration HELD_BACK = Duration.ofMillis(10);
  private static final Duration FAILED = Duration.ofSeconds(1);

  private final Outbox outbox;
  private final KafkaTemplate<String, byte[]> kafka;
  private final TransactionTemplate transactions;
  private final OutboxSignal signal;
  private final EventMetrics metrics;
  private final String source;
  private @Nullable Thread thread;
  private volatile boolean running;

  OutboxRelay(
      Outbox outbox,
      KafkaTemplate<String, byte[]> kafka,
      TransactionTemplate transactions,
      OutboxSignal signal,
      EventMetrics metrics,
      String service) {
    this.outbox = outbox;
    this.kafka = kafka;
    this.transactions = transactions;
    this.signal = signal;
    this.metrics = metrics;
    this.source = "/" + service;
  }

  @Override
  public synchronized void start() {
    running = true;
    thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::relay);
  }

  @Override
  public synchronized void stop() {
    running = false;
    signal.wake();
    if (thread != null) {
      try {
        thread.join(Duration.ofSeconds(5));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void relay() {
    boolean failing = false;
    while (running) {
      Duration pause;
      try {
        Progress progress = transactions.execute(status -> drain());
        failing = progress == Progress.FAILED;
        pause = progress.pause;
      } catch (RuntimeException e) {
        if (!failing) {
          log.warn("events wait in the outbox: {}", e.toString());
        }
        failing = true;
        pause = FAILED;
      }
      try {
        signal.await(pause);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private Progress drain() {
    if (!outbox.claim()) {
      return Progress.IDLE;
    }
    List<Outbox.Entry> batch = outbox.next();
    if (batch.isEmpty()) {
      return outbox.backlog().rows() == 0 ? Progress.IDLE : Progress.HELD_BACK;
    }
    List<Future<?>> sent = new ArrayList<>(batch.size());
    for (Outbox.Entry entry : batch) {
      sent.add(send(entry));
    }
    kafka.flush();
    List<Long> acknowledged = acknowledged(batch, sent);
    outbox.delete(acknowledged);
    metrics.published(acknowledged.size());
    return acknowledged.size() == batch.size() ? Progress.MORE : Progress.FAILED;
  }

  private Future<?> send(Outbox.Entry entry) {
    ProducerRecord<String, byte[]> message =
        new ProducerRecord<>(
            entry.topic(), entry.key(), entry.payload().getBytes(StandardCharsets.UTF_8));
    Headers headers = message.headers();
    EventHeaders.add(headers, EventHeaders.SPEC_VERSION, "1.0");
    EventHeaders.add(headers, EventHeaders.ID, entry.eventId().toString());
    EventHeaders.add(headers, EventHeaders.TYPE, entry.type());
    EventHeaders.add(headers, EventHeaders.SOURCE, source);
    EventHeaders.add(headers, EventHeaders.TIME, entry.occurredAt().toString());
    EventHeaders.add(headers, EventHeaders.SUBJECT, entry.key());
    EventHeaders.add(headers, EventHeaders.CONTENT_TYPE, "application/json");
    EventHeaders.add(headers, EventHeaders.CORRELATION_ID, entry.correlationId());
    EventHeaders.add(headers, EventHeaders.TRACE_PARENT, entry.traceparent());
    try {
      return kafka.send(message);
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private static List<Long> acknowledged(List<Outbox.Entry> batch, List<Future<?>> sent) {
    List<Long> acknowledged = new ArrayList<>(batch.size());
    Set<String> failedKeys = new HashSet<>();
    for (int i = 0; i < batch.size(); i++) {
      Outbox.Entry entry = batch.get(i);
      if (sent.get(i).state() == Future.State.SUCCESS && !failedKeys.contains(entry.key())) {
        acknowledged.add(entry.id());
      } else if (failedKeys.add(entry.key())) {
        log.warn(
            "event {} of type {} was not acknowledged and waits", entry.eventId(), entry.type());
      }
    }
    return acknowledged;
  }

  private enum Progress {
    IDLE(OutboxRelay.IDLE),
    HELD_BACK(OutboxRelay.HELD_BACK),
    MORE(Duration.ZERO),
    FAILED(OutboxRelay.FAILED);

    private final Duration pause;

    Progress(Duration pause) {
      this.pause = pause;
    }
  }
}
