package app.tdah.session.threat;

import app.tdah.events.SecurityEvent.MfaCodeSent;
import app.tdah.events.SecurityEvent.MfaFailed;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A user is sent many sign-in codes, or many second factors are refused: somebody knows the
 * password and tries to guess, or to wear the user out.
 */
@Component
@Order(7)
class MfaFatigue implements Rule {

  static final String NAME = "mfa-fatigue";

  private final JdbcClient jdbc;
  private final Threats threats;
  private final ThreatProperties.Fatigue limits;

  MfaFatigue(JdbcClient jdbc, Threats threats, ThreatProperties properties) {
    this.jdbc = jdbc;
    this.threats = threats;
    this.limits = properties.mfaFatigue();
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
    return switch (observation.event()) {
      case MfaCodeSent e -> examine(e.userId(), e.address(), observation.at());
      case MfaFailed e -> examine(e.userId(), e.address(), observation.at());
      default -> Optional.empty();
    };
  }

  private Optional<Finding> examine(UUID user, String address, Instant at) {
    if (threats.settled(Finding.fingerprint(NAME, user, address), at)) {
      return Optional.empty();
    }
    Attempts attempts = count(user, at);
    if (attempts.codes() < limits.codes() && attempts.refusals() < limits.refusals()) {
      return Optional.empty();
    }
    Map<String, Object> evidence = new LinkedHashMap<>();
    evidence.put("codes", attempts.codes());
    evidence.put("refusals", attempts.refusals());
    evidence.put("minutes", limits.window().toMinutes());
    evidence.put("address", address);
    return Optional.of(
        Finding.against(
                user,
                NAME,
                severity(),
                address,
                address,
                evidence,
                Set.of(Action.NOTIFY, Action.STEP_UP, Action.THROTTLE))
            .throttling(List.of(address)));
  }

  private Attempts count(UUID user, Instant until) {
    return jdbc.sql(
            """
            select count(*) filter (where kind = 'MFA_CODE_SENT') as codes,
                   count(*) filter (where kind = 'MFA_FAILED') as refusals
            from threat_signals
            where kind in ('MFA_CODE_SENT', 'MFA_FAILED') and user_id = ? and at > ? and at <= ?
            """)
        .params(user, Timestamp.from(until.minus(limits.window())), Timestamp.from(until))
        .query(Attempts.class)
        .single();
  }

  record Attempts(long codes, long refusals) {}
}
