package app.tdah.session.threat;

import app.tdah.defaults.audit.AuditTrail;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says that a finding was none; the same cause is not a finding again. */
@Component
class DismissThreat {

  private final Threats threats;
  private final RedisEffects effects;
  private final AuditTrail audit;
  private final ApplicationEventPublisher here;
  private final Clock clock;

  DismissThreat(
      Threats threats,
      RedisEffects effects,
      AuditTrail audit,
      ApplicationEventPublisher here,
      Clock clock) {
    this.threats = threats;
    this.effects = effects;
    this.audit = audit;
    this.here = here;
    this.clock = clock;
  }

  /**
   * A user dismisses a finding about them; addresses stay slowed down, for they are not the user's.
   *
   * @throws ThreatNotFound also when it is about somebody else
   */
  @Transactional
  void own(UUID userId, UUID threatId) {
    dismiss(threatId, userId, userId);
  }

  /**
   * An administrator dismisses any; its address is not slowed down any more.
   *
   * @throws ThreatNotFound when there is none
   */
  @Transactional
  void any(UUID adminId, UUID threatId) {
    Threats.Dismissed dismissed = dismiss(threatId, null, adminId);
    String address = dismissed.address();
    if (dismissed.now() && address != null && !threats.throttled(address)) {
      effects.relieve(address);
    }
  }

  private Threats.Dismissed dismiss(UUID threatId, @Nullable UUID owner, UUID by) {
    Threats.Dismissed dismissed =
        threats.dismiss(threatId, owner, by, clock.instant()).orElseThrow(ThreatNotFound::new);
    if (dismissed.now()) {
      audit.done(
          "threat.dismiss",
          dismissed.userId(),
          threatId.toString(),
          Map.of("rule", dismissed.rule()));
      here.publishEvent(new ThreatMetrics.Dismissal(dismissed.rule()));
    }
    return dismissed;
  }
}
