package app.tdah.session.threat;

import app.tdah.session.device.RevokeSession;
import java.util.List;
import org.springframework.stereotype.Component;

/** Does what a finding asks for, in its transaction. */
@Component
class Responses {

  private final Notices notices;
  private final RedisEffects effects;
  private final RevokeSession revoke;
  private final Threats threats;
  private final ThreatProperties properties;

  Responses(
      Notices notices,
      RedisEffects effects,
      RevokeSession revoke,
      Threats threats,
      ThreatProperties properties) {
    this.notices = notices;
    this.effects = effects;
    this.revoke = revoke;
    this.threats = threats;
    this.properties = properties;
  }

  void respond(Finding finding) {
    for (Action action : finding.actions()) {
      switch (action) {
        case NOTIFY -> {
          if (finding.userId() != null) {
            notices.send(finding.userId(), finding);
          }
        }
        case STEP_UP -> {
          if (finding.userId() != null) {
            effects.stepUp(finding.userId());
          }
        }
        case END_SESSIONS -> {
          if (finding.userId() != null) {
            revoke.revokeThreats(finding.userId(), finding.sessions());
          }
        }
        case THROTTLE -> throttle(finding);
      }
    }
  }

  /** Also for as long as an attack goes on. */
  void throttle(Finding finding) {
    List<String> addresses =
        finding.addresses().stream()
            .filter(address -> !properties.neverThrottle().matcher(address).matches())
            .filter(address -> finding.userId() != null || !threats.cleared(address))
            .toList();
    addresses.forEach(address -> effects.throttle(address, finding.rule(), properties.throttle()));
  }
}
