package app.tdah.defaults.privacy;

import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.events.EventHandler;
import app.tdah.defaults.events.EventMetadata;
import app.tdah.defaults.events.EventPublisher;
import app.tdah.events.UserEvent.ExportPartReady;
import app.tdah.events.UserEvent.ExportRequested;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.json.JsonMapper;

/** Answers with this service's share of an export, in pieces that fit into events. */
final class ExportRequestedHandler implements EventHandler<ExportRequested> {

  private static final int PIECE = 256 * 1024;

  private final PersonalData data;
  private final FieldCipher cipher;
  private final JsonMapper json;
  private final EventPublisher events;

  ExportRequestedHandler(
      PersonalData data, FieldCipher cipher, JsonMapper json, EventPublisher events) {
    this.data = data;
    this.cipher = cipher;
    this.json = json;
    this.events = events;
  }

  @Override
  public Class<ExportRequested> eventType() {
    return ExportRequested.class;
  }

  @Override
  public void handle(ExportRequested event, EventMetadata metadata) {
    String part = part(event.userId());
    int count = Math.ceilDiv(part.length(), PIECE);
    for (int i = 0; i < count; i++) {
      String piece = part.substring(i * PIECE, Math.min(part.length(), (i + 1) * PIECE));
      events.publish(
          new ExportPartReady(
              event.userId(), event.exportId(), data.service(), i, count, cipher.seal(piece)));
    }
  }

  private String part(UUID userId) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      json.writeValue(gzip, data.export(userId));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Base64.getEncoder().encodeToString(packed.toByteArray());
  }
}
