package app.tdah.session.threat;

import app.tdah.events.SecurityEvent;
import app.tdah.session.device.Sighting;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, as the rules see it.
 *
 * @param at when, by the clock of the service where it happened
 * @param device on which a session began, and what was known of it before; null for other events
 */
record Observation(SecurityEvent event, Instant at, @Nullable Sighting device) {}
