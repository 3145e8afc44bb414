package app.tdah.oauth.integration;

import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.events.EventPublisher;
import app.tdah.events.IntegrationEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells the suite, and the other parts of this service, about integrations; in a transaction. */
@Component
class Announcements {

  private final EventPublisher suite;
  private final ApplicationEventPublisher inside;
  private final FieldCipher cipher;

  Announcements(EventPublisher suite, ApplicationEventPublisher inside, FieldCipher cipher) {
    this.suite = suite;
    this.inside = inside;
    this.cipher = cipher;
  }

  void connected(Integration it) {
    suite.publish(
        new IntegrationEvent.Connected(
            it.userId(), it.id(), it.provider(), cipher.seal(it.account())));
    inside.publishEvent(
        new IntegrationConnected(it.id(), it.userId(), it.provider(), it.granted()));
  }

  void disconnected(Integration it) {
    suite.publish(new IntegrationEvent.Disconnected(it.userId(), it.id(), it.provider()));
  }
}
