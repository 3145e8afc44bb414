package app.tdah.user.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are wanted.
 *
 * @param actor who did it
 * @param user whom it is about
 * @param action a whole one such as {@code password.change}, or all of a resource: {@code
 *     password.*}
 * @param from not before
 * @param to before
 */
record AuditFilter(
    @Nullable UUID actor,
    @Nullable UUID user,
    @Nullable String action,
    @Nullable Instant from,
    @Nullable Instant to) {}
