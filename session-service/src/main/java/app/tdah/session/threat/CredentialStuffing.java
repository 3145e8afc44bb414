package app.tdah.session.threat;

import app.tdah.events.SecurityEvent.LoginFailed;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Many accounts fail from one address within a short time, also such as do not exist: somebody
 * tries a list of stolen names and passwords.
 */
@Component
@Order(1)
class CredentialStuffing implements Rule {

  static final String NAME = "credential-stuffing";

  private final JdbcClient jdbc;
  private final Threats threats;
  private final ThreatProperties.Stuffing limits;

  CredentialStuffing(JdbcClient jdbc, Threats threats, ThreatProperties properties) {
    this.jdbc = jdbc;
    this.threats = threats;
    this.limits = properties.credentialStuffing();
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
    if (!(observation.event() instanceof LoginFailed failed)
        || threats.settled(Finding.fingerprint(NAME, null, failed.address()), observation.at())) {
      return Optional.empty();
    }
    Failures failures = count(failed.address(), observation.at());
    if (failures.accounts() < limits.accounts()) {
      return Optional.empty();
    }
    Map<String, Object> evidence = new LinkedHashMap<>();
    evidence.put("address", failed.address());
    evidence.put("accounts", failures.accounts());
    evidence.put("unknownAccounts", failures.unknown());
    evidence.put("attempts", failures.attempts());
    evidence.put("minutes", limits.window().toMinutes());
    return Optional.of(
        new Finding(
            NAME,
            severity(),
            null,
            failed.address(),
            failed.address(),
            evidence,
            Set.of(Action.THROTTLE),
            List.of(),
            List.of(failed.address())));
  }

  private Failures count(String address, Instant until) {
    Duration window = limits.window();
    return jdbc.sql(
            """
            select count(*) as attempts, count(distinct account) as accounts,
                   count(distinct account) filter (where user_id is null) as unknown
            from threat_signals
            where kind = 'LOGIN_FAILED' and address = ? and at > ? and at <= ?
            """)
        .params(address, Timestamp.from(until.minus(window)), Timestamp.from(until))
        .query(Failures.class)
        .single();
  }

  record Failures(long attempts, long accounts, long unknown) {}
}
