package app.tdah.auth.key;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Decides, from the moments at which keys start to sign, when a key is missing and which are over.
 *
 * @param starts in ascending order
 */
record KeySchedule(List<Instant> starts, KeyProperties properties) {

  /** When a new key shall start to sign; empty while the newest one will do. */
  Optional<Instant> nextStart(Instant now) {
    if (starts.stream().allMatch(start -> start.isAfter(now))) {
      return Optional.of(now); // the first one, or a clock was ahead: somebody must sign
    }
    Instant published = now.plus(properties.publishAhead());
    Instant worn = starts.getLast().plus(properties.rotationPeriod());
    return worn.isAfter(published) ? Optional.empty() : Optional.of(published);
  }

  /** When the key of a rotation on command shall start; empty while one is published already. */
  Optional<Instant> extraStart(Instant now) {
    boolean pending = !starts.isEmpty() && starts.getLast().isAfter(now);
    return pending ? Optional.empty() : Optional.of(now.plus(properties.publishAhead()));
  }

  /** Positions of keys whose last token is gone: their successor has signed for long enough. */
  List<Integer> over(Instant now) {
    return IntStream.range(0, Math.max(0, starts.size() - 1))
        .filter(i -> starts.get(i + 1).plus(properties.overlap()).isBefore(now))
        .boxed()
        .toList();
  }
}
