package app.tdah.events;

import java.time.Instant;
import java.util.UUID;

/** What was used and what it cost. Topic {@code analytics-events}. */
public sealed interface AnalyticsEvent extends DomainEvent {

  /** A metered use; cost in millionths of the currency unit (ISO 4217) at a dated price. */
  record UsageRecorded(
      UUID userId,
      String meter,
      long quantity,
      String unit,
      long costMicros,
      String currency,
      String priceVersion,
      Instant at)
      implements AnalyticsEvent {}
}
