package app.tdah.session.threat;

import app.tdah.events.SecurityEvent.TokenReused;
import app.tdah.session.device.Devices;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A spent refresh token comes back: two parties have the same session. */
@Component
@Order(6)
class TokenReuse implements Rule {

  static final String NAME = "token-reuse";

  private final Devices devices;

  TokenReuse(Devices devices) {
    this.devices = devices;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Severity severity() {
    return Severity.HIGH;
  }

  @Override
  public Optional<Finding> examine(Observation observation) {
    if (!(observation.event() instanceof TokenReused reused)) {
      return Optional.empty();
    }
    Map<String, Object> evidence = new LinkedHashMap<>();
    evidence.put(
        "device",
        Objects.requireNonNullElse(devices.nameOf(reused.userId(), reused.sessionId()), ""));
    evidence.put("session", reused.sessionId());
    return Optional.of(
        Finding.against(
                reused.userId(),
                NAME,
                severity(),
                null,
                reused.sessionId().toString(),
                evidence,
                Set.of(Action.NOTIFY, Action.STEP_UP, Action.END_SESSIONS))
            .ending(reused.sessionId()));
  }
}
