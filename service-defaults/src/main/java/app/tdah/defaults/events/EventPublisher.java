package app.tdah.defaults.events;

import app.tdah.defaults.ids.Ids;
import app.tdah.defaults.telemetry.CorrelationId;
import app.tdah.events.DomainEvent;
import app.tdah.events.EventTypes;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Saves events in the transaction of the state that they tell about; the relay sends them on after
 * the commit.
 */
public class EventPublisher {

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clock clock;
  private final ObjectProvider<Tracer> tracer;
  private final OutboxSignal signal;

  EventPublisher(
      JdbcClient jdbc,
      JsonMapper json,
      Clock clock,
      ObjectProvider<Tracer> tracer,
      OutboxSignal signal) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
    this.tracer = tracer;
    this.signal = signal;
  }

  /** Saves an event; needs a transaction to be part of. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void publish(DomainEvent event) {
    UUID id = Ids.next();
    UUID user = event.userId();
    jdbc.sql(
            """
            insert into outbox
              (event_id, topic, event_key, type, payload, traceparent, correlation_id, occurred_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(id)
        .param(EventTypes.topicOf(event.getClass()))
        .param((user == null ? id : user).toString())
        .param(EventTypes.nameOf(event.getClass()))
        .param(json.writeValueAsString(event))
        .param(traceparent())
        .param(CorrelationId.current())
        .param(Timestamp.from(clock.instant()))
        .update();
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            signal.wake();
          }
        });
  }

  private @Nullable String traceparent() {
    Tracer current = tracer.getIfAvailable();
    Span span = current == null ? null : current.currentSpan();
    if (span == null) {
      return null;
    }
    TraceContext context = span.context();
    String flags = Boolean.TRUE.equals(context.sampled()) ? "01" : "00";
    return "00-" + context.traceId() + "-" + context.spanId() + "-" + flags;
  }
}
