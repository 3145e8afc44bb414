package app.tdah.gateway;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;

/** The sessions that were admitted within the life of an access token. */
@Component
class AdmittedSessions {

  private static final Duration TOKEN_LIFE = Duration.ofMinutes(10);
  private static final Duration SWEEP = Duration.ofMinutes(1);

  private final Map<String, Instant> admitted = new ConcurrentHashMap<>();
  private final AtomicReference<Instant> nextSweep = new AtomicReference<>(Instant.MIN);
  private final Clock clock;

  AdmittedSessions(Clock clock) {
    this.clock = clock;
  }

  /** It was admitted now. */
  void remember(String sid) {
    Instant now = clock.instant();
    sweep(now);
    admitted.put(sid, now);
  }

  void forget(String sid) {
    admitted.remove(sid);
  }

  /** Whether it was admitted lately. */
  boolean knows(String sid) {
    Instant seen = admitted.get(sid);
    return seen != null && seen.isAfter(clock.instant().minus(TOKEN_LIFE));
  }

  /** How many are held, with some that are too old by up to a minute. */
  int size() {
    return admitted.size();
  }

  /** Walks through all of them, so by one request a minute and by none of the others. */
  private void sweep(Instant now) {
    Instant due = nextSweep.get();
    if (now.isBefore(due) || !nextSweep.compareAndSet(due, now.plus(SWEEP))) {
      return;
    }
    Instant old = now.minus(TOKEN_LIFE);
    admitted.values().removeIf(seen -> !seen.isAfter(old));
  }
}
