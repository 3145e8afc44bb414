package app.tdah.oauth.integration;

import app.tdah.defaults.audit.AuditTrail;
import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.events.EventPublisher;
import app.tdah.events.IntegrationEvent;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells the suite, its audit log, and the other parts of this service; in a transaction. */
@Component
class Announcements {

  private final EventPublisher suite;
  private final ApplicationEventPublisher inside;
  private final FieldCipher cipher;
  private final AuditTrail audit;

  Announcements(
      EventPublisher suite,
      ApplicationEventPublisher inside,
      FieldCipher cipher,
      AuditTrail audit) {
    this.suite = suite;
    this.inside = inside;
    this.cipher = cipher;
    this.audit = audit;
  }

  void connected(Integration it) {
    suite.publish(
        new IntegrationEvent.Connected(
            it.userId(), it.id(), it.provider(), cipher.seal(it.account())));
    inside.publishEvent(
        new IntegrationConnected(it.id(), it.userId(), it.provider(), it.granted()));
    audited("connection.connect", it);
  }

  void disconnected(Integration it) {
    suite.publish(new IntegrationEvent.Disconnected(it.userId(), it.id(), it.provider()));
    audited("connection.disconnect", it);
  }

  private void audited(String action, Integration it) {
    audit.done(action, it.userId(), it.id().toString(), Map.of("provider", it.provider()));
  }
}
