package app.tdah.oauth.integration;

import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.security.CurrentUser;
import app.tdah.oauth.provider.Capability;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Authorization requests under way. Only the session that began one can finish it, and only once.
 */
@Repository
class AuthorizationRequests {

  private static final Duration LIFETIME = Duration.ofMinutes(10);

  private final JdbcClient jdbc;
  private final FieldCipher cipher;
  private final Clock clock;

  AuthorizationRequests(JdbcClient jdbc, FieldCipher cipher, Clock clock) {
    this.jdbc = jdbc;
    this.cipher = cipher;
    this.clock = clock;
  }

  @Transactional
  public void add(CurrentUser user, Secrets secrets, Pending pending) {
    jdbc.sql("delete from authorization_requests where expires_at < ?")
        .param(clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    String hash = secrets.stateHash();
    jdbc.sql("insert into authorization_requests values (?, ?, ?, ?, ?, ?, ?)")
        .params(
            hash,
            user.id(),
            user.sessionId(),
            pending.provider(),
            Capability.join(pending.capabilities()),
            cipher.encrypt(secrets.verifier(), hash),
            clock.instant().plus(LIFETIME).atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Takes the request of that state out, if it is this session's and has not expired. */
  @Transactional
  public Optional<Taken> take(CurrentUser user, String state) {
    String hash = Secrets.hash(state);
    return jdbc.sql(
            """
            delete from authorization_requests
            where state_hash = ? and user_id = ? and session_id = ? and expires_at > ?
            returning provider, capabilities, verifier
            """)
        .params(hash, user.id(), user.sessionId(), clock.instant().atOffset(ZoneOffset.UTC))
        .query((row, number) ->
            new Taken(
                new Pending(row.getString(1), Capability.split(row.getString(2))),
                cipher.decrypt(row.getString(3), hash)))
        .optional();
  }

  /** What was asked for. */
  record Pending(String provider, Set<Capability> capabilities) {}

  /** A request that nobody else can take any more. */
  record Taken(Pending request, String verifier) {}
}
