package app.tdah.auth.throttle;

import java.time.Duration;
import java.util.Collection;

/** Counts failures, each counter in a window that its latest failure renews. */
interface Failures {

  /** One more. */
  Count add(Counter counter);

  /** How long until the last block of these keys ends; zero when none stands. */
  Duration blockedFor(Collection<String> keys);

  /** Starts from zero. */
  void clear(String key);

  /**
   * A counter.
   *
   * @param key what is counted
   * @param member counted once however often it fails; empty to count every failure
   * @param limit how much is allowed
   */
  record Counter(String key, String member, ThrottleProperties.Limit limit) {}

  /**
   * Where a counter stands.
   *
   * @param delay how long the next attempt has to wait
   */
  record Count(long failures, Duration delay) {

    /** The one that is worse. */
    Count or(Count other) {
      return new Count(
          Math.max(failures, other.failures),
          delay.compareTo(other.delay) > 0 ? delay : other.delay);
    }
  }
}
