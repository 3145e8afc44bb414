package app.tdah.user;

import app.tdah.defaults.events.EventHandler;
import app.tdah.defaults.events.EventMetadata;
import app.tdah.events.DomainEvent;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Every event that came back from Kafka, before anybody can refuse it. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@TestComponent
public class EventLog implements EventHandler<DomainEvent> {

  private final List<DomainEvent> events = new CopyOnWriteArrayList<>();

  @Override
  public Class<DomainEvent> eventType() {
    return DomainEvent.class;
  }

  @Override
  public void handle(DomainEvent event, EventMetadata metadata) {
    events.add(event);
  }

  /** Those of one type about one user, in order. */
  public <E extends DomainEvent> List<E> of(Class<E> type, UUID userId) {
    return events.stream()
        .filter(type::isInstance)
        .map(type::cast)
        .filter(event -> userId.equals(event.userId()))
        .toList();
  }
}
