package app.tdah.session.threat;

import app.tdah.defaults.ids.Ids;
import app.tdah.events.SecurityEvent.LoginFailed;
import app.tdah.events.SecurityEvent.MfaCodeSent;
import app.tdah.events.SecurityEvent.MfaFailed;
import app.tdah.events.SecurityEvent.SessionStarted;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What the rules count, kept for as long as they look back. */
@Component
class Signals {

  private final JdbcClient jdbc;
  private final ThreatProperties properties;
  private final Clock clock;

  Signals(JdbcClient jdbc, ThreatProperties properties, Clock clock) {
    this.jdbc = jdbc;
    this.properties = properties;
    this.clock = clock;
  }

  /** What is counted. */
  enum Kind {
    LOGIN_FAILED,
    SESSION_STARTED,
    MFA_CODE_SENT,
    MFA_FAILED
  }

  void record(Observation observation) {
    Instant at = observation.at();
    switch (observation.event()) {
      case LoginFailed e -> add(Kind.LOGIN_FAILED, e.userId(), null, e.address(), account(e), at);
      case SessionStarted e ->
          add(Kind.SESSION_STARTED, e.userId(), e.sessionId(), e.address(), null, at);
      case MfaCodeSent e -> add(Kind.MFA_CODE_SENT, e.userId(), null, e.address(), null, at);
      case MfaFailed e -> add(Kind.MFA_FAILED, e.userId(), null, e.address(), null, at);
      default -> {
        // No rule counts it.
      }
    }
  }

  /** The account that was tried, whether it exists or not; null when that is not told. */
  static @Nullable String account(LoginFailed failed) {
    return failed.account() == null && failed.userId() != null
        ? failed.userId().toString()
        : failed.account();
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
  void forgetOld() {
    jdbc.sql("delete from threat_signals where at < ?")
        .param(Timestamp.from(clock.instant().minus(properties.signalsKept())))
        .update();
  }

  private void add(
      Kind kind,
      @Nullable UUID user,
      @Nullable UUID session,
      String address,
      @Nullable String account,
      Instant at) {
    jdbc.sql(
            """
            insert into threat_signals
              (id, kind, user_id, session_id, address, network, account, at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(Ids.next())
        .param(kind.name())
        .param(user)
        .param(session)
        .param(address)
        .param(Network.of(address))
        .param(account)
        .param(Timestamp.from(at))
        .update();
  }
}
