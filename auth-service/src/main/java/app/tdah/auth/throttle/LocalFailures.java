package app.tdah.auth.throttle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** In this process; of very many keys the oldest are forgotten. */
final class LocalFailures implements Failures {

  private static final int MAX_KEYS = 10_000;
  private static final int MAX_MEMBERS = 100;

  private final Clock clock;
  private final Map<String, Window> windows =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
          return size() > MAX_KEYS;
        }
      };

  LocalFailures(Clock clock) {
    this.clock = clock;
  }

  @Override
  public synchronized Count add(Counter counter) {
    Instant now = clock.instant();
    Window window = windows.get(counter.key());
    if (window == null || !now.isBefore(window.end)) {
      window = new Window(now);
      windows.put(counter.key(), window);
    }
    window.count(counter.member());
    Duration delay = counter.limit().delayAfter(window.failures);
    window.end = now.plus(counter.limit().window());
    window.blockedUntil = now.plus(delay);
    return new Count(window.failures, delay);
  }

  @Override
  public synchronized Duration blockedFor(Collection<String> keys) {
    Instant now = clock.instant();
    return keys.stream()
        .map(windows::get)
        .filter(Objects::nonNull)
        .map(window -> Duration.between(now, window.blockedUntil))
        .filter(Duration::isPositive)
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  @Override
  public synchronized void clear(String key) {
    windows.remove(key);
  }

  private static final class Window {

    private final Set<String> members = new HashSet<>();
    private long failures;
    private Instant end;
    private Instant blockedUntil;

    Window(Instant now) {
      this.end = now;
      this.blockedUntil = now;
    }

    void count(String member) {
      if (member.isEmpty()) {
        failures++;
      } else if (members.size() < MAX_MEMBERS) {
        members.add(member);
        failures = members.size();
      }
    }
  }
}
