package app.tdah.analytics.usage;

import app.tdah.defaults.events.EventHandler;
import app.tdah.defaults.events.EventMetadata;
import app.tdah.events.AnalyticsEvent.UsageRecorded;
import app.tdah.events.DomainEvent;
import org.springframework.stereotype.Component;

/** Sums up every event as it comes, in the transaction that also keeps its fact. */
@Component
class RollupHandler implements EventHandler<DomainEvent> {

  private final Rollups rollups;

  RollupHandler(Rollups rollups) {
    this.rollups = rollups;
  }

  @Override
  public Class<DomainEvent> eventType() {
    return DomainEvent.class;
  }

  @Override
  public void handle(DomainEvent event, EventMetadata metadata) {
    if (event instanceof UsageRecorded usage) {
      rollups.add(usage);
    } else if (event.userId() != null) {
      rollups.count(event.userId(), metadata.type(), metadata.occurredAt());
    }
  }
}
