package app.tdah.session.threat;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which findings are asked for; all, for each that is null. */
record ThreatFilter(
    @Nullable UUID userId,
    @Nullable String rule,
    @Nullable Severity severity,
    Threat.@Nullable Status status) {

  static ThreatFilter of(UUID userId) {
    return new ThreatFilter(userId, null, null, null);
  }
}
