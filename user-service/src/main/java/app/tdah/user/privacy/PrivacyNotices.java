package app.tdah.user.privacy;

import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.events.EventPublisher;
import app.tdah.defaults.ids.Ids;
import app.tdah.events.CommunicationEvent.NotificationRequested;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What users are told about their requests. */
@Component
class PrivacyNotices {

  private final EventPublisher events;
  private final FieldCipher cipher;
  private final JsonMapper json;
  private final PrivacyProperties properties;

  PrivacyNotices(
      EventPublisher events, FieldCipher cipher, JsonMapper json, PrivacyProperties properties) {
    this.events = events;
    this.cipher = cipher;
    this.json = json;
    this.properties = properties;
  }

  void exportReady(ExportRequest export) {
    tell(export.userId(), "export-ready", Map.of("link", link("?export=" + export.id())));
  }

  void exportFailed(ExportRequest export) {
    tell(export.userId(), "export-failed", Map.of());
  }

  void erasureScheduled(UUID userId, ErasureRequest erasure, Locale locale) {
    String date =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
            .withLocale(locale)
            .format(erasure.dueAt().atZone(ZoneOffset.UTC));
    tell(userId, "erasure-scheduled", Map.of("date", date, "link", link("")));
  }

  void erasureCancelled(UUID userId) {
    tell(userId, "erasure-cancelled", Map.of());
  }

  /** The receipt. It is addressed in the name of the receipt's id, which stands for nobody. */
  void erased(UUID receipt, String recipient, Locale locale) {
    events.publish(
        new NotificationRequested(
            receipt,
            Ids.next(),
            "erased",
            cipher.seal(recipient),
            cipher.seal(
                json.writeValueAsString(
                    Map.of("receipt", receipt.toString(), "locale", locale.getLanguage())))));
  }

  private void tell(UUID userId, String template, Map<String, String> variables) {
    events.publish(
        new NotificationRequested(
            userId, Ids.next(), template, null, cipher.seal(json.writeValueAsString(variables))));
  }

  private String link(String query) {
    return properties.publicUrl() + "/privacy" + query;
  }
}
