package app.tdah.auth.account;

import java.time.Instant;
import java.util.UUID;

/**
 * An erasure that can still be called off.
 *
 * @param dueAt when it begins
 */
public record ScheduledErasure(UUID id, Instant dueAt) {}
