package app.tdah.session.threat;

import app.tdah.defaults.ids.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * What findings change in Redis, where gateway and auth-service go by it: decided in the
 * transaction of the finding, carried out after its commit, and again until it is done.
 */
@Component
class RedisEffects {

  private static final Logger log = LoggerFactory.getLogger(RedisEffects.class);

  private final JdbcClient jdbc;
  private final StringRedisTemplate redis;
  private final ApplicationEventPublisher here;
  private final Clock clock;
  private final RedisScript<Long> stepUp =
      RedisScript.of(new ClassPathResource("redis/step-up.lua"), Long.class);

  RedisEffects(
      JdbcClient jdbc, StringRedisTemplate redis, ApplicationEventPublisher here, Clock clock) {
    this.jdbc = jdbc;
    this.redis = redis;
    this.here = here;
    this.clock = clock;
  }

  /** What a decision does. */
  enum Kind {
    STEP_UP,
    THROTTLE,
    RELIEVE
  }

  /** The user has to prove who they are if they have not done so since. */
  void stepUp(UUID userId) {
    add(Kind.STEP_UP, userId.toString(), Long.toString(clock.instant().getEpochSecond()), null);
  }

  /** An address is slowed down for a while. */
  void throttle(String address, String rule, Duration duration) {
    add(Kind.THROTTLE, address, rule, clock.instant().plus(duration));
  }

  /** An address is not slowed down any more. */
  void relieve(String address) {
    add(Kind.RELIEVE, address, "", null);
  }

  /**
   * Redis alone: the committed transaction still has its connection, and waiting for a second one
   * empties the pool when many do. The row goes with the next sweep, which does it once more.
   */
  @TransactionalEventListener
  void carryOut(Decided decided) {
    reaches(decided.effect());
  }

  /** By one replica at a time, in the order of the decisions: what was relieved stays so. */
  @Scheduled(fixedDelayString = "PT1S", initialDelayString = "PT2S")
  @Transactional
  void carryOutPending() {
    for (Effect effect : pending()) {
      if (!reaches(effect)) {
        return;
      }
      jdbc.sql("delete from pending_effects where id = ?").param(effect.id()).update();
    }
  }

  private void add(Kind kind, String subject, String value, @Nullable Instant expiresAt) {
    Effect effect = new Effect(Ids.next(), kind, subject, value, expiresAt);
    jdbc.sql(
            "insert into pending_effects (id, kind, subject, value, expires_at)"
                + " values (?, ?, ?, ?, ?)")
        .param(effect.id())
        .param(kind.name())
        .param(subject)
        .param(value)
        .param(expiresAt == null ? null : Timestamp.from(expiresAt))
        .update();
    here.publishEvent(new Decided(effect));
  }

  /** None while another replica is at it. */
  private List<Effect> pending() {
    boolean mine =
        jdbc.sql(
                "select pg_try_advisory_xact_lock(hashtext('effects'), hashtext(current_schema()))")
            .query(Boolean.class)
            .single();
    return mine
        ? jdbc.sql("select * from pending_effects order by id limit 100 for update skip locked")
            .query(RedisEffects::effect)
            .list()
        : List.of();
  }

  private static Effect effect(ResultSet row, int number) throws SQLException {
    Timestamp expires = row.getTimestamp("expires_at");
    return new Effect(
        row.getObject("id", UUID.class),
        Kind.valueOf(row.getString("kind")),
        row.getString("subject"),
        row.getString("value"),
        expires == null ? null : expires.toInstant());
  }

  private boolean reaches(Effect effect) {
    try {
      carryOut(effect);
      return true;
    } catch (DataAccessException e) {
      log.warn("a decision is not in Redis yet: {}", e.getMessage());
      return false;
    }
  }

  private void carryOut(Effect effect) {
    String address = "throttle:address:" + effect.subject();
    switch (effect.kind()) {
      case STEP_UP -> {
        Set<String> sessions = redis.opsForSet().members("user-sessions:" + effect.subject());
        for (String session : sessions == null ? Set.<String>of() : sessions) {
          redis.execute(stepUp, List.of("session:" + session), effect.value());
        }
      }
      case THROTTLE -> {
        Duration left = Duration.between(clock.instant(), effect.expiresAt());
        if (left.isPositive()) {
          redis.opsForValue().set(address, effect.value(), left);
        }
      }
      case RELIEVE -> redis.delete(address);
    }
  }

  /** There is something to be carried out. */
  record Decided(Effect effect) {}

  /** One decision. */
  record Effect(UUID id, Kind kind, String subject, String value, @Nullable Instant expiresAt) {}
}
