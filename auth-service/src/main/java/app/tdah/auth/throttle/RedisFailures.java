package app.tdah.auth.throttle;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

/** For all replicas together, and with the addresses that session-service slows down. */
final class RedisFailures implements Failures {

  private static final String COUNTS = "throttle:count:";
  private static final String BLOCKS = "throttle:";

  private final StringRedisTemplate redis;

  @SuppressWarnings("rawtypes")
  private final RedisScript<List> count =
      RedisScript.of(new ClassPathResource("redis/count-failure.lua"), List.class);

  private final RedisScript<Long> longest =
      RedisScript.of(new ClassPathResource("redis/longest-block.lua"), Long.class);

  RedisFailures(StringRedisTemplate redis) {
    this.redis = redis;
  }

  @Override
  public Count add(Counter counter) {
    ThrottleProperties.Limit limit = counter.limit();
    List<?> result =
        Objects.requireNonNull(
            redis.execute(
                count,
                List.of(COUNTS + counter.key(), BLOCKS + counter.key()),
                counter.member(),
                Long.toString(limit.window().toMillis()),
                Integer.toString(limit.allowed()),
                Long.toString(limit.firstDelay().toMillis()),
                Long.toString(limit.longestDelay().toMillis())));
    return new Count(number(result, 0), Duration.ofMillis(number(result, 1)));
  }

  @Override
  public Duration blockedFor(Collection<String> keys) {
    List<String> blocks = keys.stream().map(BLOCKS::concat).toList();
    return Duration.ofMillis(Objects.requireNonNull(redis.execute(longest, blocks)));
  }

  @Override
  public void clear(String key) {
    redis.delete(List.of(COUNTS + key, BLOCKS + key));
  }

  private static long number(List<?> result, int index) {
    return (Long) Objects.requireNonNull(result.get(index));
  }
}
