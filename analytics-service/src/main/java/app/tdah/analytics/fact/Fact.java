package app.tdah.analytics.fact;

import app.tdah.defaults.events.EventMetadata;
import app.tdah.events.AnalyticsEvent.UsageRecorded;
import app.tdah.events.DomainEvent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That something happened, to whom and when; for metered use also how much and at what cost. No
 * contents of the event are kept.
 *
 * @param occurredAt for metered use the time that the meter says
 */
record Fact(
    UUID eventId,
    Instant occurredAt,
    @Nullable UUID userId,
    String type,
    @Nullable UsageRecorded usage) {

  static Fact of(DomainEvent event, EventMetadata metadata) {
    return event instanceof UsageRecorded usage
        ? new Fact(metadata.eventId(), usage.at(), usage.userId(), metadata.type(), usage)
        : new Fact(
            metadata.eventId(), metadata.occurredAt(), event.userId(), metadata.type(), null);
  }
}
