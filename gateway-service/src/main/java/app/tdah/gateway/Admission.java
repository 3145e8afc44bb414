package app.tdah.gateway;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Asks Redis, in one round trip, whether a request's session is alive and its limit not reached.
 * Without Redis, sessions that this gateway has admitted lately go on for as long as an access
 * token lives, unlimited; others wait.
 */
@Component
class Admission {

  private static final Logger log = LoggerFactory.getLogger(Admission.class);
  private static final Duration TIMEOUT = Duration.ofMillis(800);

  @SuppressWarnings("rawtypes")
  private final RedisScript<List> script =
      RedisScript.of(new ClassPathResource("redis/admit.lua"), List.class);

  private final ReactiveStringRedisTemplate redis;
  private final AdmittedSessions admitted;
  private final Clock clock;

  Admission(ReactiveStringRedisTemplate redis, AdmittedSessions admitted, Clock clock) {
    this.redis = redis;
    this.admitted = admitted;
    this.clock = clock;
  }

  /** Decides on a request of nobody in particular. */
  Mono<Decision> admit(String bucketKey, GatewayProperties.Bucket bucket) {
    return ask("", bucketKey, bucket)
        .map(answer -> answer.admitted() ? new Decision.Admitted() : answer.limitReached())
        .onErrorResume(failure -> Mono.just(withoutRedis(null, failure)));
  }

  /** Decides on a request of a session. */
  Mono<Decision> admit(Bearer bearer, GatewayProperties.Bucket bucket) {
    return ask("session:" + bearer.sid(), "user:" + bearer.user(), bucket)
        .map(answer -> decide(bearer, answer))
        .onErrorResume(failure -> Mono.just(withoutRedis(bearer.sid(), failure)));
  }

  private Mono<Answer> ask(String session, String bucketKey, GatewayProperties.Bucket bucket) {
    return redis
        .execute(
            script,
            List.of(session, "limit:" + bucketKey),
            List.of(
                Long.toString(clock.millis()),
                Double.toString(bucket.perSecond()),
                Integer.toString(bucket.burst())))
        .next()
        .timeout(TIMEOUT)
        .map(Answer::of);
  }

  private Decision decide(Bearer bearer, Answer answer) {
    boolean outdated = bearer.issuedAt() < answer.rolesSince();
    boolean unproved = answer.stepUpSince() > 0 && bearer.authTime() <= answer.stepUpSince();
    if (answer.ended() || outdated || unproved) {
      // While Redis is away, this one shall not go on by what was true before.
      admitted.forget(bearer.sid());
    } else {
      admitted.remember(bearer.sid());
    }
    if (answer.ended()) {
      return new Decision.SessionEnded();
    }
    if (!answer.admitted()) {
      return answer.limitReached();
    }
    if (outdated) {
      return new Decision.TokenOutdated();
    }
    return unproved && !bearer.proving() ? new Decision.ProofNeeded() : new Decision.Admitted();
  }

  private Decision withoutRedis(@Nullable String sid, Throwable failure) {
    log.warn("admitting without Redis: {}", failure.toString());
    return sid == null || admitted.knows(sid) ? new Decision.Admitted() : new Decision.Unknown();
  }

  /**
   * Whose token came with a request.
   *
   * @param authTime epoch seconds of when the user last proved who they are
   * @param issuedAt epoch seconds of when the token was made
   * @param proving whether the request is one that serves to prove it again
   */
  record Bearer(String sid, String user, long authTime, long issuedAt, boolean proving) {}

  /** What the script says. */
  private record Answer(int verdict, Duration retryAfter, long stepUpSince, long rolesSince) {

    static Answer of(List<?> values) {
      return new Answer(
          (int) number(values.get(0)),
          Duration.ofMillis(number(values.get(1))),
          number(values.get(2)),
          number(values.get(3)));
    }

    boolean ended() {
      return verdict < 0;
    }

    boolean admitted() {
      return verdict == 1;
    }

    Decision limitReached() {
      return new Decision.LimitReached(retryAfter);
    }

    private static long number(@Nullable Object value) {
      return value instanceof Number number ? number.longValue() : 0;
    }
  }

  /** What becomes of a request. */
  sealed interface Decision {

    record Admitted() implements Decision {}

    record SessionEnded() implements Decision {}

    /** The token says more than its user may do by now. */
    record TokenOutdated() implements Decision {}

    /** The user has to prove again who they are. */
    record ProofNeeded() implements Decision {}

    record LimitReached(Duration retryAfter) implements Decision {}

    /** Redis is away and this session was not seen lately. */
    record Unknown() implements Decision {}
  }
}
