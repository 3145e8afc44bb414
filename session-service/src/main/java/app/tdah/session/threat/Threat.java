package app.tdah.session.threat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A finding that was made.
 *
 * @param at when the cause was first seen
 * @param lastAt when it was last seen
 */
record Threat(
    UUID id,
    @Nullable UUID userId,
    String rule,
    Severity severity,
    Status status,
    Instant at,
    Instant lastAt,
    List<Action> actions,
    Map<String, Object> evidence) {

  /** Whether somebody has said that it is none. */
  enum Status {
    OPEN,
    DISMISSED
  }
}
