package app.tdah.auth.login;

import java.time.Duration;
import java.util.Optional;

/** Counts failed log-ins by a key, each in a window that starts with its first failure. */
interface Failures {

  /** One more; tells which one of its window it is. */
  long add(String key);

  /** How long the key has to wait; empty while it has failures left. */
  Optional<Duration> blockedFor(String key);

  /** Starts from zero. */
  void clear(String key);
}
