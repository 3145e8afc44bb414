package app.tdah.session.threat;

import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.events.EventPublisher;
import app.tdah.defaults.ids.Ids;
import app.tdah.events.CommunicationEvent.NotificationRequested;
import app.tdah.session.origin.Places;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Has users told of findings about them. */
@Component
class Notices {

  private final EventPublisher events;
  private final FieldCipher cipher;
  private final JsonMapper json;
  private final ThreatText texts;
  private final UserLanguages languages;
  private final Places places;

  Notices(
      EventPublisher events,
      FieldCipher cipher,
      JsonMapper json,
      ThreatText texts,
      UserLanguages languages,
      Places places) {
    this.events = events;
    this.cipher = cipher;
    this.json = json;
    this.texts = texts;
    this.languages = languages;
    this.places = places;
  }

  void send(UUID userId, Finding finding) {
    Locale language = languages.of(userId);
    if (finding.rule().equals(NewDevice.NAME)) {
      String device = Objects.toString(finding.evidence().get("device"), "");
      String place = places.text(finding.address(), language);
      request(
          userId,
          NewDevice.NAME,
          Map.of(
              "device", device.isEmpty() ? texts.unknown(language) : device,
              "address", Objects.toString(finding.address(), ""),
              "place", Objects.toString(place, "")));
    } else {
      request(
          userId, "threat", Map.of("text", texts.of(finding.rule(), finding.evidence(), language)));
    }
  }

  private void request(UUID userId, String template, Map<String, String> variables) {
    events.publish(
        new NotificationRequested(
            userId, Ids.next(), template, null, cipher.seal(json.writeValueAsString(variables))));
  }
}
