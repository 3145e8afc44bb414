package app.tdah.session.threat;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Schema(name = "Threat")
record ThreatView(
    UUID id,
    @Schema(description = "against whom; none when against many") @Nullable UUID userId,
    String rule,
    Severity severity,
    Threat.Status status,
    Instant at,
    @Schema(description = "when the cause was last seen") Instant lastAt,
    List<Action> actions,
    Map<String, Object> evidence,
    @Schema(description = "a sentence in the language of Accept-Language: en, es or pt")
        String text) {

  static ThreatView from(Threat threat, ThreatText texts, Locale language) {
    return new ThreatView(
        threat.id(),
        threat.userId(),
        threat.rule(),
        threat.severity(),
        threat.status(),
        threat.at(),
        threat.lastAt(),
        threat.actions(),
        threat.evidence(),
        texts.of(threat.rule(), threat.evidence(), language));
  }
}
