package app.tdah.session.threat;

import app.tdah.events.SecurityEvent.SessionStarted;
import app.tdah.session.device.Sighting;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A session begins on a new device from an address that has just attacked many accounts: it may
 * have found the right password of this one.
 */
@Component
@Order(3)
class AccountTakeover implements Rule {

  static final String NAME = "account-takeover";

  private final Threats threats;

  AccountTakeover(Threats threats) {
    this.threats = threats;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Severity severity() {
    return Severity.CRITICAL;
  }

  @Override
  public Optional<Finding> examine(Observation observation) {
    Sighting device = observation.device();
    if (!(observation.event() instanceof SessionStarted started)
        || device == null
        || !device.firstTime()
        || device.trusted()
        || !threats.attacking(started.address(), observation.at())) {
      return Optional.empty();
    }
    Map<String, Object> evidence = new LinkedHashMap<>();
    evidence.put("device", Objects.requireNonNullElse(device.name(), ""));
    evidence.put("address", started.address());
    evidence.put("session", started.sessionId());
    return Optional.of(
        Finding.against(
            started.userId(),
            NAME,
            severity(),
            started.address(),
            device.key(),
            evidence,
            Set.of(Action.NOTIFY, Action.STEP_UP)));
  }
}
