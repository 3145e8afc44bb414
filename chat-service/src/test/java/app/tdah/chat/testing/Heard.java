package app.tdah.chat.testing;

import app.tdah.defaults.events.EventHandler;
import app.tdah.defaults.events.EventMetadata;
import app.tdah.events.DomainEvent;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** Every event that went through Kafka. */
public final class Heard implements EventHandler<DomainEvent> {

  private final List<DomainEvent> events = new CopyOnWriteArrayList<>();

  @Override
  public Class<DomainEvent> eventType() {
    return DomainEvent.class;
  }

  @Override
  public void handle(DomainEvent event, EventMetadata metadata) {
    events.add(event);
  }

  /** Those of one type and user. */
  public <E extends DomainEvent> List<E> of(Class<E> type, UUID userId) {
    return events.stream()
        .filter(type::isInstance)
        .map(type::cast)
        .filter(event -> userId.equals(event.userId()))
        .toList();
  }
}
