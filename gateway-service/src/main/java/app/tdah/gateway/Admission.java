package app.tdah.gateway;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
  private static final Duration TOKEN_LIFE = Duration.ofMinutes(10);
  private static final Duration TIMEOUT = Duration.ofMillis(800);
  private static final int REMEMBERED = 50_000;

  @SuppressWarnings("rawtypes")
  private final RedisScript<List> script =
      RedisScript.of(new ClassPathResource("redis/admit.lua"), List.class);

  private final ReactiveStringRedisTemplate redis;
  private final Clock clock;
  private final Map<String, Instant> admitted = new ConcurrentHashMap<>();

  Admission(ReactiveStringRedisTemplate redis, Clock clock) {
    this.redis = redis;
    this.clock = clock;
  }

  /** Decides on a request of a session, or of nobody when {@code sid} is null. */
  Mono<Decision> admit(@Nullable String sid, String bucketKey, GatewayProperties.Bucket bucket) {
    long now = clock.millis();
    String session = sid == null ? "" : "session:" + sid;
    return redis
        .execute(
            script,
            List.of(session, "limit:" + bucketKey),
            List.of(
                Long.toString(now),
                Double.toString(bucket.perSecond()),
                Integer.toString(bucket.burst())))
        .next()
        .timeout(TIMEOUT)
        .map(answer -> decide(sid, (Number) answer.get(0), (Number) answer.get(1)))
        .onErrorResume(failure -> Mono.just(withoutRedis(sid, failure)));
  }

  private Decision decide(@Nullable String sid, Number verdict, Number waitMillis) {
    if (verdict.intValue() < 0) {
      if (sid != null) {
        admitted.remove(sid);
      }
      return new Decision.SessionEnded();
    }
    if (sid != null) {
      remember(sid);
    }
    return verdict.intValue() == 1
        ? new Decision.Admitted()
        : new Decision.LimitReached(Duration.ofMillis(waitMillis.longValue()));
  }

  private void remember(String sid) {
    if (admitted.size() >= REMEMBERED) {
      Instant old = clock.instant().minus(TOKEN_LIFE);
      admitted.values().removeIf(seen -> seen.isBefore(old));
    }
    admitted.put(sid, clock.instant());
  }

  private Decision withoutRedis(@Nullable String sid, Throwable failure) {
    log.warn("admitting without Redis: {}", failure.toString());
    Instant seen = sid == null ? clock.instant() : admitted.get(sid);
    boolean known = seen != null && seen.isAfter(clock.instant().minus(TOKEN_LIFE));
    return known ? new Decision.Admitted() : new Decision.Unknown();
  }

  /** What becomes of a request. */
  sealed interface Decision {

    record Admitted() implements Decision {}

    record SessionEnded() implements Decision {}

    record LimitReached(Duration retryAfter) implements Decision {}

    /** Redis is away and this session was not seen lately. */
    record Unknown() implements Decision {}
  }
}
