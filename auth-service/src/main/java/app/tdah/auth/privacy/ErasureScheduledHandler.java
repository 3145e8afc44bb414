package app.tdah.auth.privacy;

import app.tdah.defaults.events.EventHandler;
import app.tdah.defaults.events.EventMetadata;
import app.tdah.events.UserEvent.ErasureScheduled;
import org.springframework.stereotype.Component;

@Component
class ErasureScheduledHandler implements EventHandler<ErasureScheduled> {

  private final ScheduledErasures erasures;

  ErasureScheduledHandler(ScheduledErasures erasures) {
    this.erasures = erasures;
  }

  @Override
  public Class<ErasureScheduled> eventType() {
    return ErasureScheduled.class;
  }

  @Override
  public void handle(ErasureScheduled event, EventMetadata metadata) {
    erasures.put(event.userId(), event.erasureId(), event.dueAt());
  }
}
