package app.tdah.chat.task;

import app.tdah.defaults.ids.Ids;
import org.jspecify.annotations.Nullable;

/**
 * Places in an order that a user makes by hand: fractions in base 16 behind an imagined "0.", so
 * that between two of them there is always a third and no other task has to move.
 */
final class Positions {

  private static final int BASE = 16;

  private Positions() {}

  /** Behind everything that was made before, without asking what there is. */
  static String last() {
    return Ids.next().toString().replace("-", "").replaceFirst("0+$", "");
  }

  /** Behind the one that is last now, and before what is made later. */
  static String lastBehind(String before) {
    String last = last();
    return last.compareTo(before) > 0 ? last : between(before, null);
  }

  /**
   * A place between two.
   *
   * @param before empty for the very beginning
   * @param after greater than {@code before}; null for no bound
   */
  static String between(String before, @Nullable String after) {
    StringBuilder place = new StringBuilder();
    boolean bound = after != null;
    for (int i = 0; ; i++) {
      int low = digit(before, i);
      int high = bound && after != null ? digit(after, i) : BASE;
      if (high - low > 1) {
        return place.append(Character.forDigit((low + high) / 2, BASE)).toString();
      }
      place.append(Character.forDigit(low, BASE));
      bound = bound && high == low;
    }
  }

  private static int digit(String place, int index) {
    return index < place.length() ? Character.digit(place.charAt(index), BASE) : 0;
  }
}
