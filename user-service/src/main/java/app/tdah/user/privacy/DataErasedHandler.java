package app.tdah.user.privacy;

import app.tdah.defaults.events.EventHandler;
import app.tdah.defaults.events.EventMetadata;
import app.tdah.events.UserEvent.DataErased;
import org.springframework.stereotype.Component;

/** A service has erased a user. */
@Component
class DataErasedHandler implements EventHandler<DataErased> {

  private final Erasures erasures;
  private final FinishErasure finish;

  DataErasedHandler(Erasures erasures, FinishErasure finish) {
    this.erasures = erasures;
    this.finish = finish;
  }

  @Override
  public Class<DataErased> eventType() {
    return DataErased.class;
  }

  @Override
  public void handle(DataErased event, EventMetadata metadata) {
    erasures
        .lockRunning(event.erasureId())
        .filter(erasure -> erasure.userId().equals(event.userId()))
        .ifPresent(erasure -> finish.answered(erasure, event.service()));
  }
}
