package app.tdah.auth.login;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

/** For all replicas together. */
final class RedisFailures implements Failures {

  private static final String PREFIX = "login-failures:";

  private final StringRedisTemplate redis;
  private final ThrottleProperties properties;
  private final RedisScript<Long> count =
      RedisScript.of(new ClassPathResource("redis/count-failure.lua"), Long.class);

  RedisFailures(StringRedisTemplate redis, ThrottleProperties properties) {
    this.redis = redis;
    this.properties = properties;
  }

  @Override
  public long add(String key) {
    return Objects.requireNonNull(
        redis.execute(
            count, List.of(PREFIX + key), Long.toString(properties.window().toSeconds())));
  }

  @Override
  public Optional<Duration> blockedFor(String key) {
    String failures = redis.opsForValue().get(PREFIX + key);
    if (failures == null || Long.parseLong(failures) < properties.failuresAllowed()) {
      return Optional.empty();
    }
    Long left = redis.getExpire(PREFIX + key, TimeUnit.SECONDS);
    return Optional.of(Duration.ofSeconds(left == null ? 1 : Math.max(1, left)));
  }

  @Override
  public void clear(String key) {
    redis.delete(PREFIX + key);
  }
}
