package app.tdah.user.privacy;

import app.tdah.defaults.events.EventHandler;
import app.tdah.defaults.events.EventMetadata;
import app.tdah.events.UserEvent.ExportPartReady;
import org.springframework.stereotype.Component;

/** Collects what the services send. */
@Component
class ExportPartReadyHandler implements EventHandler<ExportPartReady> {

  private final Exports exports;
  private final ExportPieces pieces;
  private final PrivacyProperties properties;

  ExportPartReadyHandler(Exports exports, ExportPieces pieces, PrivacyProperties properties) {
    this.exports = exports;
    this.pieces = pieces;
    this.properties = properties;
  }

  @Override
  public Class<ExportPartReady> eventType() {
    return ExportPartReady.class;
  }

  @Override
  public void handle(ExportPartReady event, EventMetadata metadata) {
    if (properties.services().contains(event.service())) {
      exports.lockPending(event.userId(), event.exportId()).ifPresent(export -> pieces.take(event));
    }
  }
}
