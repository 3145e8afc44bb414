package app.tdah.auth.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** In this process; of very many keys the oldest are forgotten. */
final class LocalFailures implements Failures {

  private static final int MAX_KEYS = 10_000;

  private final ThrottleProperties properties;
  private final Clock clock;
  private final Map<String, Window> windows =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
          return size() > MAX_KEYS;
        }
      };

  LocalFailures(ThrottleProperties properties, Clock clock) {
    this.properties = properties;
    this.clock = clock;
  }

  @Override
  public synchronized long add(String key) {
    Instant now = clock.instant();
    Window window = windows.get(key);
    Window counted =
        window != null && now.isBefore(window.end)
            ? new Window(window.failures + 1, window.end)
            : new Window(1, now.plus(properties.window()));
    windows.put(key, counted);
    return counted.failures;
  }

  @Override
  public synchronized Optional<Duration> blockedFor(String key) {
    Instant now = clock.instant();
    return Optional.ofNullable(windows.get(key))
        .filter(window -> window.failures >= properties.failuresAllowed())
        .filter(window -> now.isBefore(window.end))
        .map(window -> Duration.between(now, window.end));
  }

  @Override
  public synchronized void clear(String key) {
    windows.remove(key);
  }

  private record Window(int failures, Instant end) {}
}
