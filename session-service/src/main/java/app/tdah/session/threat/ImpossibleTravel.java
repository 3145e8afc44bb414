package app.tdah.session.threat;

import app.tdah.events.SecurityEvent.SessionStarted;
import app.tdah.session.device.Sighting;
import app.tdah.session.origin.Place;
import app.tdah.session.origin.Places;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Two sessions of a user begin further apart than a plane flies in the time between them. */
@Component
@Order(4)
class ImpossibleTravel implements Rule {

  static final String NAME = "impossible-travel";
  private static final double SECONDS_PER_MINUTE = 60;

  private final JdbcClient jdbc;
  private final Places places;
  private final ThreatProperties properties;

  ImpossibleTravel(JdbcClient jdbc, Places places, ThreatProperties properties) {
    this.jdbc = jdbc;
    this.places = places;
    this.properties = properties;
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
    Sighting device = observation.device();
    if (!(observation.event() instanceof SessionStarted started)
        || device == null
        || device.trusted()) {
      return Optional.empty();
    }
    return places
        .find(started.address(), Locale.ENGLISH)
        .flatMap(here ->
            before(started, observation.at())
                .filter(stay -> tooFast(stay, here, observation.at()))
                .map(stay -> finding(started, stay, here, observation.at())));
  }

  private boolean tooFast(Stay before, Place here, Instant at) {
    double kilometres = before.place().kilometresTo(here);
    double hours = Duration.between(before.at(), at).toSeconds() / 3600.0;
    ThreatProperties.Travel limits = properties.impossibleTravel();
    return kilometres > limits.kilometres() && kilometres > limits.kilometresPerHour() * hours;
  }

  private Finding finding(SessionStarted started, Stay before, Place here, Instant at) {
    Map<String, Object> evidence = new LinkedHashMap<>();
    evidence.put("from", before.place().text());
    evidence.put("to", here.text());
    evidence.put("kilometres", Math.round(before.place().kilometresTo(here)));
    evidence.put(
        "minutes",
        (long) Math.ceil(Duration.between(before.at(), at).toSeconds() / SECONDS_PER_MINUTE));
    evidence.put("fromAddress", before.address());
    evidence.put("toAddress", started.address());
    // Whoever is at home in both places will be so again, in either direction.
    String cause =
        Stream.of(before.place().text(), here.text()).sorted().collect(Collectors.joining(" – "));
    return Finding.against(
        started.userId(),
        NAME,
        severity(),
        started.address(),
        cause,
        evidence,
        Set.of(Action.NOTIFY, Action.STEP_UP));
  }

  /** The last session before, of those whose place is known. */
  private Optional<Stay> before(SessionStarted started, Instant at) {
    return jdbc
        .sql(
            """
            select address, at from threat_signals
            where kind = 'SESSION_STARTED' and user_id = ? and session_id <> ?
              and at > ? and at <= ?
            order by at desc limit 10
            """)
        .params(
            started.userId(),
            started.sessionId(),
            Timestamp.from(at.minus(properties.signalsKept())),
            Timestamp.from(at))
        .query((row, number) ->
            new Start(row.getString("address"), row.getTimestamp("at").toInstant()))
        .list()
        .stream()
        .flatMap(start ->
            places.find(start.address(), Locale.ENGLISH).stream()
                .map(place -> new Stay(place, start.address(), start.at())))
        .findFirst();
  }

  private record Start(String address, Instant at) {}

  private record Stay(Place place, String address, Instant at) {}
}
