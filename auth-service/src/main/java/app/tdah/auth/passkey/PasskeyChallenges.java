package app.tdah.auth.passkey;

import app.tdah.auth.token.OpaqueToken;
import app.tdah.defaults.ids.Ids;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** 256 random bits to sign, for one purpose, once, within five minutes. */
@Repository
class PasskeyChallenges {

  static final Duration LIFETIME = Duration.ofMinutes(5);

  private final JdbcClient jdbc;
  private final Clock clock;

  PasskeyChallenges(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** What a challenge is for. */
  enum Purpose {
    REGISTER,
    LOGIN,
    CONFIRM
  }

  /** The base64url value is the challenge; the id names it to who may not see it elsewhere. */
  record Made(UUID id, OpaqueToken value) {}

  @Transactional
  public Made make(Purpose purpose, @Nullable UUID accountId) {
    Made made = new Made(Ids.next(), OpaqueToken.generate());
    jdbc.sql(
            "insert into passkey_challenges (id, hash, purpose, account_id, expires_at) values (?, ?,"
                + " ?, ?, ?)")
        .param(made.id())
        .param(made.value().hash())
        .param(purpose.name())
        .param(accountId)
        .param(Timestamp.from(clock.instant().plus(LIFETIME)))
        .update();
    return made;
  }

  /** True once, for the same purpose and account. */
  @Transactional
  public boolean take(byte[] challenge, Purpose purpose, @Nullable UUID accountId) {
    String value = Base64.getUrlEncoder().withoutPadding().encodeToString(challenge);
    return jdbc.sql(
                "delete from passkey_challenges where hash = ? and purpose = ? and account_id is not"
                    + " distinct from ? and expires_at > ?")
            .param(new OpaqueToken(value).hash())
            .param(purpose.name())
            .param(accountId)
            .param(Timestamp.from(clock.instant()))
            .update()
        == 1;
  }

  @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT9M")
  @Transactional
  void forgetExpired() {
    jdbc.sql("delete from passkey_challenges where expires_at <= ?")
        .param(Timestamp.from(clock.instant()))
        .update();
  }
}
