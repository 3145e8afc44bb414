package app.tdah.events;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, told by the service that owns the fact. Changes to a type are additive.
 */
public sealed interface DomainEvent
    permits UserEvent, SecurityEvent, CommunicationEvent, IntegrationEvent, AnalyticsEvent {

  /** The user whom the event is about; the Kafka key, so that a user's events stay in order. */
  @Nullable UUID userId();
}
