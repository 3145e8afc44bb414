package app.tdah.analytics.fact;

import app.tdah.defaults.events.EventHandler;
import app.tdah.defaults.events.EventMetadata;
import app.tdah.events.DomainEvent;
import org.springframework.stereotype.Component;

/** Keeps a fact of every event. */
@Component
class FactHandler implements EventHandler<DomainEvent> {

  private final Facts facts;

  FactHandler(Facts facts) {
    this.facts = facts;
  }

  @Override
  public Class<DomainEvent> eventType() {
    return DomainEvent.class;
  }

  @Override
  public void handle(DomainEvent event, EventMetadata metadata) {
    facts.add(Fact.of(event, metadata));
  }
}
