package app.tdah.defaults.privacy;

import app.tdah.defaults.events.EventHandler;
import app.tdah.defaults.events.EventMetadata;
import app.tdah.events.UserEvent.ErasureRequested;

final class ErasureRequestedHandler implements EventHandler<ErasureRequested> {

  private final PersonalData data;
  private final Erasure erasure;

  ErasureRequestedHandler(PersonalData data, Erasure erasure) {
    this.data = data;
    this.erasure = erasure;
  }

  @Override
  public Class<ErasureRequested> eventType() {
    return ErasureRequested.class;
  }

  @Override
  public void handle(ErasureRequested event, EventMetadata metadata) {
    if (!data.erasesLast()) {
      erasure.run(event.userId(), event.erasureId());
    }
  }
}
