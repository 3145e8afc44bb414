package app.tdah.auth.login;

import app.tdah.defaults.web.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing. It counts by account and address together, so that a stranger's failures do
 * not lock the owner out. Each replica counts in memory too, so that a Redis that goes away and
 * comes back forgets nothing that this replica has seen.
 */
@Component
class LoginThrottle {

  private static final Logger log = LoggerFactory.getLogger(LoginThrottle.class);

  private static final Duration BREAK = Duration.ofSeconds(5);

  private final Failures shared;
  private final Failures local;
  private final ThrottleProperties properties;
  private final Clock clock;
  private volatile Instant redisAwayUntil = Instant.MIN;

  @Autowired
  LoginThrottle(StringRedisTemplate redis, ThrottleProperties properties, Clock clock) {
    this(
        new RedisFailures(redis, properties),
        new LocalFailures(properties, clock),
        properties,
        clock);
  }

  LoginThrottle(Failures shared, Failures local, ThrottleProperties properties, Clock clock) {
    this.shared = shared;
    this.local = local;
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * Goes on only while there are failures left.
   *
   * @throws TooManyFailures with the time to wait
   */
  void check(String account, String address) {
    String key = key(account, address);
    Optional<Duration> wait =
        local
            .blockedFor(key)
            .or(() -> inRedis(failures -> failures.blockedFor(key), Optional.empty()));
    if (wait.isPresent()) {
      throw new TooManyFailures(wait.get());
    }
  }

  /**
   * Counts a failure. Of many attempts at once no more than allowed learn that they failed.
   *
   * @throws TooManyFailures for one that is past the limit
   */
  void failed(String account, String address) {
    String key = key(account, address);
    long here = local.add(key);
    long everywhere = inRedis(counter -> counter.add(key), here);
    if (Math.max(here, everywhere) > properties.failuresAllowed()) {
      throw new TooManyFailures(properties.window());
    }
  }

  void succeeded(String account, String address) {
    String key = key(account, address);
    local.clear(key);
    inRedis(
        failures -> {
          failures.clear(key);
          return true;
        },
        false);
  }

  private <T> T inRedis(Function<Failures, T> action, T withoutRedis) {
    if (clock.instant().isBefore(redisAwayUntil)) {
      return withoutRedis;
    }
    try {
      return action.apply(shared);
    } catch (DataAccessException e) {
      redisAwayUntil = clock.instant().plus(BREAK);
      log.warn("failed log-ins are counted by this replica alone: {}", e.getMessage());
      return withoutRedis;
    }
  }

  private static String key(String account, String address) {
    return account + ":" + address;
  }

  static final class TooManyFailures extends ProblemException {
    TooManyFailures(Duration wait) {
      super(
          HttpStatus.TOO_MANY_REQUESTS,
          "too-many-attempts",
          "Too many wrong passwords. Wait a while before the next attempt.");
      retryAfter(wait);
    }
  }
}
