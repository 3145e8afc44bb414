package app.tdah.events;

import java.util.UUID;

/** What happened in connected accounts. Topic {@code integration-events}. */
public sealed interface IntegrationEvent extends DomainEvent {

  /** The user connected an account. */
  record Connected(UUID userId, UUID integrationId, String provider, EncryptedText account)
      implements IntegrationEvent {}

  /** The user disconnected an account; its items are gone. */
  record Disconnected(UUID userId, UUID integrationId, String provider)
      implements IntegrationEvent {}

  /** The provider refuses our grant; only the user can renew it. */
  record ReconnectNeeded(UUID userId, UUID integrationId, String provider, String reason)
      implements IntegrationEvent {}

  /**
   * An item is new or changed; {@code data} is encrypted JSON whose shape depends on the kind
   * (docs/events.md).
   */
  record ItemSynced(
      UUID userId,
      UUID integrationId,
      String provider,
      String itemId,
      String kind,
      EncryptedText data)
      implements IntegrationEvent {}

  /** An item is gone at the provider. */
  record ItemRemoved(UUID userId, UUID integrationId, String provider, String itemId)
      implements IntegrationEvent {}
}
