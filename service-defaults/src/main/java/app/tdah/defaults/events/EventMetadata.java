package app.tdah.defaults.events;

import java.time.Instant;
import java.util.UUID;

/**
 * The envelope of an event (CloudEvents 1.0).
 *
 * @param eventId {@code ce_id}
 * @param type {@code ce_type}, such as {@code app.tdah.user.registered.v1}
 * @param source the service that told it, such as {@code auth-service}: {@code ce_source}
 * @param occurredAt {@code ce_time}
 */
public record EventMetadata(UUID eventId, String type, String source, Instant occurredAt) {}
