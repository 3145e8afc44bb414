package app.tdah.chat.task;

import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A hybrid logical clock's reading: wall-clock time, a counter for what happens within a
 * millisecond, and whose clock it is. It is written {@code 001764000000000-0000-phone}, so that
 * readings sort as text.
 *
 * @param node a device or browser tab; {@link #SERVER} is ours
 */
record HybridClock(long millis, int counter, String node) implements Comparable<HybridClock> {

  static final String PATTERN = "[0-9]{15}-[0-9a-f]{4}-[A-Za-z0-9_-]{1,64}";
  static final String SERVER = "server";

  private static final int MAX_COUNTER = 0xffff;
  private static final Pattern PARTS = Pattern.compile("([0-9]{15})-([0-9a-f]{4})-(.+)");
  private static final Comparator<HybridClock> ORDER =
      Comparator.comparingLong(HybridClock::millis)
          .thenComparingInt(HybridClock::counter)
          .thenComparing(HybridClock::node);

  static HybridClock parse(String text) {
    Matcher parts = PARTS.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("not a hybrid clock's reading");
    }
    return new HybridClock(
        Long.parseLong(parts.group(1)), Integer.parseInt(parts.group(2), 16), parts.group(3));
  }

  static HybridClock at(Instant moment, String node) {
    return new HybridClock(moment.toEpochMilli(), 0, node);
  }

  /** The same reading, or the next one behind a reading that is later. */
  HybridClock notBefore(HybridClock other) {
    if (compareTo(other) > 0) {
      return this;
    }
    return other.counter < MAX_COUNTER
        ? new HybridClock(other.millis, other.counter + 1, node)
        : new HybridClock(other.millis + 1, 0, node);
  }

  /** A clock that is ahead of ours would win over everybody until then: it reads ours instead. */
  HybridClock clamped(Instant now, Instant latest) {
    return millis > latest.toEpochMilli() ? at(now, node) : this;
  }

  @Override
  public int compareTo(HybridClock other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%015d-%04x-%s", millis, counter, node);
  }
}
