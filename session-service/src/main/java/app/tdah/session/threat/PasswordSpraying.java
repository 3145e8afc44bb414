package app.tdah.session.threat;

import app.tdah.events.SecurityEvent.LoginFailed;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Many accounts fail only a few times each over hours, from one network or from many addresses:
 * somebody tries common passwords and keeps below the limits of each account.
 */
@Component
@Order(2)
class PasswordSpraying implements Rule {

  static final String NAME = "password-spraying";
  private static final String EVERYWHERE = "many addresses";

  private static final String FEW_TRIES =
      """
      select account, count(*) as tries from threat_signals
      where kind = 'LOGIN_FAILED' and account is not null and at > :since and at <= :until
        and (cast(:network as text) is null or network = :network)
      group by account having count(*) <= :tries
      """;

  private final JdbcClient jdbc;
  private final Threats threats;
  private final ThreatProperties.Spraying limits;

  PasswordSpraying(JdbcClient jdbc, Threats threats, ThreatProperties properties) {
    this.jdbc = jdbc;
    this.threats = threats;
    this.limits = properties.passwordSpraying();
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
    if (!(observation.event() instanceof LoginFailed failed) || !few(failed, observation.at())) {
      return Optional.empty();
    }
    String network = Network.of(failed.address());
    return within(network, network, limits.accounts(), observation.at())
        .or(() -> {
          // It has no one source, so that a dismissal holds for the day.
          LocalDate day = observation.at().atOffset(ZoneOffset.UTC).toLocalDate();
          return within(null, "everywhere " + day, limits.accountsEverywhere(), observation.at());
        });
  }

  private Optional<Finding> within(
      @Nullable String network, String cause, int threshold, Instant at) {
    if (threats.settled(Finding.fingerprint(NAME, null, cause), at)) {
      return Optional.empty();
    }
    Spray spray =
        query(
                "select count(*) as accounts, coalesce(sum(tries), 0) as attempts from ("
                    + FEW_TRIES
                    + ") few",
                network,
                at)
            .query(Spray.class)
            .single();
    return spray.accounts() < threshold
        ? Optional.empty()
        : Optional.of(finding(network, cause, spray, at));
  }

  private Finding finding(@Nullable String network, String cause, Spray spray, Instant at) {
    List<String> addresses = addresses(network, at);
    Map<String, Object> evidence = new LinkedHashMap<>();
    evidence.put("origin", network == null ? EVERYWHERE : network);
    evidence.put("accounts", spray.accounts());
    evidence.put("attempts", spray.attempts());
    evidence.put("hours", limits.window().toHours());
    evidence.put("addresses", addresses);
    String only = addresses.size() == 1 ? addresses.getFirst() : null;
    return new Finding(
        NAME,
        severity(),
        null,
        only,
        cause,
        evidence,
        Set.of(Action.THROTTLE),
        List.of(),
        addresses);
  }

  /** Those that tried more than one account, the busiest first. */
  private List<String> addresses(@Nullable String network, Instant at) {
    return query(
            "select address from threat_signals join ("
                + FEW_TRIES
                + ") few using (account) where kind = 'LOGIN_FAILED' and at > :since and at <= :until"
                + " and (cast(:network as text) is null or network = :network)"
                + " group by address having count(distinct account) > 1"
                + " order by count(distinct account) desc limit 50",
            network,
            at)
        .query(String.class)
        .list();
  }

  /** An account with more failures belongs to its own throttle. */
  private boolean few(LoginFailed failed, Instant at) {
    String account = Signals.account(failed);
    return account != null
        && jdbc.sql(
                    "select count(*) from threat_signals where kind = 'LOGIN_FAILED'"
                        + " and account = ? and at > ? and at <= ?")
                .params(account, Timestamp.from(at.minus(limits.window())), Timestamp.from(at))
                .query(Long.class)
                .single()
            <= limits.triesPerAccount();
  }

  private JdbcClient.StatementSpec query(String sql, @Nullable String network, Instant at) {
    return jdbc.sql(sql)
        .param("since", Timestamp.from(at.minus(limits.window())))
        .param("until", Timestamp.from(at))
        .param("network", network)
        .param("tries", limits.triesPerAccount());
  }

  record Spray(long accounts, long attempts) {}
}
