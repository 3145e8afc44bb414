package app.tdah.auth.privacy;

import app.tdah.defaults.events.EventHandler;
import app.tdah.defaults.events.EventMetadata;
import app.tdah.events.UserEvent.ErasureCancelled;
import org.springframework.stereotype.Component;

@Component
class ErasureCancelledHandler implements EventHandler<ErasureCancelled> {

  private final ScheduledErasures erasures;

  ErasureCancelledHandler(ScheduledErasures erasures) {
    this.erasures = erasures;
  }

  @Override
  public Class<ErasureCancelled> eventType() {
    return ErasureCancelled.class;
  }

  @Override
  public void handle(ErasureCancelled event, EventMetadata metadata) {
    erasures.remove(event.userId(), event.erasureId());
  }
}
