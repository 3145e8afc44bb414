package app.tdah.auth.account;

import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.events.EventPublisher;
import app.tdah.defaults.ids.Ids;
import app.tdah.events.CommunicationEvent.NotificationRequested;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Asks user-service to notify; runs in the caller's transaction. */
@Component
class AccountMail {

  private final EventPublisher events;
  private final FieldCipher cipher;
  private final JsonMapper json;

  AccountMail(EventPublisher events, FieldCipher cipher, JsonMapper json) {
    this.events = events;
    this.cipher = cipher;
    this.json = json;
  }

  /** Sends a template to an address that need not be the account's. */
  void send(UUID accountId, String template, String recipient, Map<String, String> variables) {
    events.publish(
        new NotificationRequested(
            accountId,
            Ids.next(),
            template,
            cipher.seal(recipient),
            cipher.seal(json.writeValueAsString(variables))));
  }
}
