package app.tdah.oauth.integration;

import app.tdah.defaults.events.EventPublisher;
import app.tdah.events.IntegrationEvent;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Says once that an integration needs its user. */
@Service
public class Reconnection {

  private static final Logger log = LoggerFactory.getLogger(Reconnection.class);

  private final Integrations integrations;
  private final Tokens tokens;
  private final EventPublisher events;
  private final TransactionTemplate transaction;

  Reconnection(
      Integrations integrations,
      Tokens tokens,
      EventPublisher events,
      TransactionTemplate transaction) {
    this.integrations = integrations;
    this.tokens = tokens;
    this.events = events;
    this.transaction = transaction;
  }

  /**
   * Marks the integration and tells the suite, unless it was connected again since that token
   * version.
   *
   * @param reason {@code invalid_grant}, {@code access-denied} or {@code no-refresh-token}
   * @return the exception to throw
   */
  public ReconnectRequired required(UUID integrationId, long version, String reason) {
    transaction.executeWithoutResult(status -> mark(integrationId, version, reason));
    return new ReconnectRequired("Integration " + integrationId + " needs its user: " + reason);
  }

  private void mark(UUID integrationId, long version, String reason) {
    boolean current =
        tokens.find(integrationId).map(stored -> stored.version() == version).orElse(false);
    if (current && integrations.needsReconnect(integrationId, reason)) {
      tokens.releaseRefresh(integrationId, version);
      Integration it = integrations.find(integrationId).orElseThrow();
      events.publish(
          new IntegrationEvent.ReconnectNeeded(it.userId(), it.id(), it.provider(), reason));
      log.info("Integration {} needs to be connected again: {}", integrationId, reason);
    }
  }
}
