package app.tdah.auth.factor;

import app.tdah.defaults.audit.AuditTrail;
import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.events.EventPublisher;
import app.tdah.defaults.ids.Ids;
import app.tdah.events.CommunicationEvent.NotificationRequested;
import app.tdah.events.SecurityEvent.MfaChanged;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Tells the owner and the other services of a change; runs in the transaction of the change. */
@Component
class FactorNotice {

  private final EventPublisher events;
  private final AuditTrail audit;
  private final FieldCipher cipher;
  private final JsonMapper json;

  FactorNotice(EventPublisher events, AuditTrail audit, FieldCipher cipher, JsonMapper json) {
    this.events = events;
    this.audit = audit;
    this.cipher = cipher;
    this.json = json;
  }

  /**
   * Of a factor.
   *
   * @param factor {@code TOTP|SMS|BACKUP_CODES}
   * @param change {@code ADDED|REMOVED|RENEWED}
   */
  void changed(UUID accountId, String factor, String change) {
    events.publish(new MfaChanged(accountId, factor, change));
    audit.done("mfa.change", accountId, factor, Map.of("change", change));
    String told = change.equals("RENEWED") ? "regenerated" : change;
    mail(accountId, "factor-changed", Map.of("factor", factor, "change", told));
  }

  void backupCodesLow(UUID accountId, int remaining) {
    mail(accountId, "backup-codes-low", Map.of("remaining", Integer.toString(remaining)));
  }

  private void mail(UUID accountId, String template, Map<String, String> variables) {
    events.publish(
        new NotificationRequested(
            accountId,
            Ids.next(),
            template,
            null,
            cipher.seal(json.writeValueAsString(variables))));
  }
}
