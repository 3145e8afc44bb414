package app.tdah.auth.throttle;

import app.tdah.auth.throttle.Failures.Count;
import app.tdah.auth.throttle.Failures.Counter;
import app.tdah.auth.token.OpaqueToken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing, of passwords and of codes. Strangers are counted by account and address
 * together, by how many addresses fail on one account and on how many accounts one address fails. A
 * device that the account was signed in on before has a counter of its own and heeds no other, so
 * that nobody can lock the owner out. Each replica counts in memory too, so that a Redis that goes
 * away and comes back forgets nothing that this replica has seen.
 *
 * <p>Accounts are named by {@code Account.emailIndex()}, or by their id.
 */
@Component
public class LoginThrottle {

  private static final Logger log = LoggerFactory.getLogger(LoginThrottle.class);

  private static final Duration BREAK = Duration.ofSeconds(5);

  private final Failures shared;
  private final Failures local;
  private final BiPredicate<String, OpaqueToken> known;
  private final ThrottleProperties properties;
  private final Clock clock;
  private volatile Instant redisAwayUntil = Instant.MIN;

  @Autowired
  LoginThrottle(
      StringRedisTemplate redis, KnownDevices devices, ThrottleProperties properties, Clock clock) {
    this(new RedisFailures(redis), new LocalFailures(clock), devices::isKnown, properties, clock);
  }

  LoginThrottle(
      Failures shared,
      Failures local,
      BiPredicate<String, OpaqueToken> known,
      ThrottleProperties properties,
      Clock clock) {
    this.shared = shared;
    this.local = local;
    this.known = known;
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * Goes on only while there is nothing to wait for.
   *
   * @throws TooManyFailures with the time to wait
   */
  public void check(
      ThrottleKind kind, String account, String address, Optional<OpaqueToken> device) {
    Attempt attempt = attempt(kind, account, address, device);
    Collection<String> keys = attempt.blocks();
    Duration here = local.blockedFor(keys);
    Duration everywhere = inRedis(failures -> failures.blockedFor(keys), Duration.ZERO);
    Duration wait = here.compareTo(everywhere) > 0 ? here : everywhere;
    if (wait.isPositive()) {
      throw new TooManyFailures(wait);
    }
  }

  /**
   * Counts a failure. Of many attempts at once no more than allowed learn that they failed.
   *
   * @throws TooManyFailures for one that is past the limit
   */
  public void failed(
      ThrottleKind kind, String account, String address, Optional<OpaqueToken> device) {
    Attempt attempt = attempt(kind, account, address, device);
    attempt.spread(properties).forEach(this::count);
    Count count = count(new Counter(attempt.key(), "", properties.attempts()));
    if (count.failures() > properties.attempts().allowed()) {
      throw new TooManyFailures(count.delay());
    }
  }

  /** Forgets the failures of this account from here. */
  public void succeeded(
      ThrottleKind kind, String account, String address, Optional<OpaqueToken> device) {
    String key = attempt(kind, account, address, device).key();
    local.clear(key);
    inRedis(
        failures -> {
          failures.clear(key);
          return true;
        },
        false);
  }

  /** {@link #check(ThrottleKind, String, String, Optional)} of a password, without a device. */
  public void check(String account, String address) {
    check(ThrottleKind.PASSWORD, account, address, Optional.empty());
  }

  /** {@link #failed(ThrottleKind, String, String, Optional)} of a password, without a device. */
  public void failed(String account, String address) {
    failed(ThrottleKind.PASSWORD, account, address, Optional.empty());
  }

  /** {@link #succeeded(ThrottleKind, String, String, Optional)} of a password, without a device. */
  public void succeeded(String account, String address) {
    succeeded(ThrottleKind.PASSWORD, account, address, Optional.empty());
  }

  private Attempt attempt(
      ThrottleKind kind, String account, String address, Optional<OpaqueToken> device) {
    return new Attempt(
        kind, account, address, device.filter(cookie -> known.test(account, cookie)));
  }

  private Count count(Counter counter) {
    Count here = local.add(counter);
    return inRedis(failures -> failures.add(counter), here).or(here);
  }

  private <T> T inRedis(Function<Failures, T> action, T withoutRedis) {
    if (clock.instant().isBefore(redisAwayUntil)) {
      return withoutRedis;
    }
    try {
      return action.apply(shared);
    } catch (DataAccessException e) {
      redisAwayUntil = clock.instant().plus(BREAK);
      log.warn("failed attempts are counted by this replica alone: {}", e.getMessage());
      return withoutRedis;
    }
  }

  /** Somebody tries; the device is there only when it is a known one. */
  private record Attempt(
      ThrottleKind kind, String account, String address, Optional<OpaqueToken> device) {

    String key() {
      return device
          .map(cookie -> "%s:device:%s:%s".formatted(kind, account, cookie.hash()))
          .orElseGet(() -> "%s:pair:%s:%s".formatted(kind, account, AddressBlock.of(address)));
    }

    List<String> blocks() {
      return device.isPresent()
          ? List.of(key())
          : List.of(
              key(),
              addressesKey(),
              accountsKey(),
              "address:" + AddressBlock.of(address),
              // As session-service names the one that it saw attack.
              "address:" + address);
    }

    List<Counter> spread(ThrottleProperties properties) {
      return device.isPresent()
          ? List.of()
          : List.of(
              new Counter(addressesKey(), AddressBlock.of(address), properties.addresses()),
              new Counter(accountsKey(), account, properties.accounts()));
    }

    private String addressesKey() {
      return "%s:addresses-of:%s".formatted(kind, account);
    }

    private String accountsKey() {
      return "%s:accounts-from:%s".formatted(kind, AddressBlock.of(address));
    }
  }
}
