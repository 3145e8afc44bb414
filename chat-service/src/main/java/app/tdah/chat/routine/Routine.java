package app.tdah.chat.routine;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A routine as it is kept; its steps have ids. */
record Routine(
    UUID id,
    UUID userId,
    RoutinePlan plan,
    @Nullable UUID reminderId,
    Instant createdAt,
    Instant updatedAt,
    long version) {}
