package app.tdah.defaults.events;

import app.tdah.defaults.telemetry.CorrelationId;
import app.tdah.events.DomainEvent;
import app.tdah.events.EventTypes;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.listener.MessageListener;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Hands every event to its handlers in one transaction with the note that it was handled. */
final class Inbox implements MessageListener<String, byte[]> {

  private final List<EventHandler<?>> handlers;
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final JsonMapper json;
  private final EventMetrics metrics;
  private final ErasedUsers erased;

  Inbox(
      List<EventHandler<?>> handlers,
      ErasedUsers erased,
      JdbcClient jdbc,
      TransactionTemplate transactions,
      JsonMapper json,
      EventMetrics metrics) {
    this.handlers =
        handlers.stream()
            .sorted(Comparator.comparing(handler -> ErasedUsers.erases(handler.eventType())))
            .toList();
    this.erased = erased;
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.json = json;
    this.metrics = metrics;
  }

  @Override
  public void onMessage(ConsumerRecord<String, byte[]> message) {
    Headers headers = message.headers();
    String type = EventHeaders.read(headers, EventHeaders.TYPE);
    if (type == null) {
      throw new MalformedEvent("a record without " + EventHeaders.TYPE);
    }
    Optional<Class<? extends DomainEvent>> known = EventTypes.named(type);
    if (known.isEmpty() || handlersOf(known.get()).isEmpty()) {
      return;
    }
    try (CorrelationId.Scope _ =
        CorrelationId.enter(EventHeaders.read(headers, EventHeaders.CORRELATION_ID))) {
      EventMetadata metadata = metadata(headers, type);
      String outcome =
          Objects.requireNonNull(
              transactions.execute(
                  status -> handle(read(message, known.get()), known.get(), metadata)));
      metrics.handled(metadata, outcome);
    }
  }

  private String handle(
      DomainEvent event, Class<? extends DomainEvent> type, EventMetadata metadata) {
    Arrival arrival = arrive(event, metadata);
    if (!arrival.fresh()) {
      return "duplicate";
    }
    handlersOf(type).stream()
        .filter(handler -> !arrival.erased() || ErasedUsers.stillHears(handler))
        .forEach(handler -> call(handler, event, metadata));
    return arrival.erased() ? "erased" : "handled";
  }

  private Arrival arrive(DomainEvent event, EventMetadata metadata) {
    UUID user = event.userId();
    hold(event, user);
    return jdbc.sql(
            """
            with fresh as (
              insert into inbox (event_id) values (:event) on conflict do nothing returning event_id)
            select exists (select 1 from fresh) as fresh,
                   exists (select 1 from erased_users where user_hash = :user) as erased
            """)
        .param("event", metadata.eventId())
        .param("user", user == null ? "" : erased.hash(user))
        .query((row, number) -> new Arrival(row.getBoolean("fresh"), row.getBoolean("erased")))
        .single();
  }

  /** A statement of its own: only the next one sees what was committed while this one waited. */
  private void hold(DomainEvent event, @Nullable UUID user) {
    if (user == null) {
      return;
    }
    if (ErasedUsers.mayErase(event)) {
      erased.holdAlone(user);
    } else {
      erased.hold(user);
    }
  }

  private record Arrival(boolean fresh, boolean erased) {}

  private static <E extends DomainEvent> void call(
      EventHandler<E> handler, DomainEvent event, EventMetadata metadata) {
    handler.handle(handler.eventType().cast(event), metadata);
  }

  private List<EventHandler<?>> handlersOf(Class<? extends DomainEvent> type) {
    return handlers.stream().filter(handler -> handler.eventType().isAssignableFrom(type)).toList();
  }

  private DomainEvent read(
      ConsumerRecord<String, byte[]> message, Class<? extends DomainEvent> type) {
    return json.readValue(message.value(), type);
  }

  private static EventMetadata metadata(Headers headers, String type) {
    String id = EventHeaders.read(headers, EventHeaders.ID);
    String time = EventHeaders.read(headers, EventHeaders.TIME);
    String source = EventHeaders.read(headers, EventHeaders.SOURCE);
    if (id == null || time == null || source == null) {
      throw new MalformedEvent(
          "a record without %s, %s or %s"
              .formatted(EventHeaders.ID, EventHeaders.TIME, EventHeaders.SOURCE));
    }
    return new EventMetadata(
        UUID.fromString(id), type, source.replaceFirst("^/", ""), Instant.parse(time));
  }
}
