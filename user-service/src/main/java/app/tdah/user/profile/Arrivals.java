package app.tdah.user.profile;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Waits for what an event is about to bring. Requests run on virtual threads and hold no database
 * connection meanwhile, so that a wait costs next to nothing.
 */
@Component
class Arrivals {

  private static final Duration STEP = Duration.ofMillis(50);

  private final ProfileProperties properties;
  private final Clock clock;

  Arrivals(ProfileProperties properties, Clock clock) {
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * @throws ProfileNotReady when it does not come in time
   */
  <T> T await(Supplier<Optional<T>> read) {
    Instant deadline = clock.instant().plus(properties.profileWait());
    Optional<T> found = read.get();
    while (found.isEmpty() && clock.instant().isBefore(deadline)) {
      try {
        Thread.sleep(STEP);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
      found = read.get();
    }
    return found.orElseThrow(ProfileNotReady::new);
  }
}
