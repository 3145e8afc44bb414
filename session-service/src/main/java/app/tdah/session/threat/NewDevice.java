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

/** A user who has signed in before does so on a device where they never did. */
@Component
@Order(5)
class NewDevice implements Rule {

  static final String NAME = "new-device";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Severity severity() {
    return Severity.LOW;
  }

  @Override
  public Optional<Finding> examine(Observation observation) {
    Sighting device = observation.device();
    if (!(observation.event() instanceof SessionStarted started)
        || device == null
        || !device.firstTime()
        || !device.knowsOthers()
        || device.trusted()) {
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
            Set.of(Action.NOTIFY)));
  }
}
