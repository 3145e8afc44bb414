package app.tdah.chat.language;

/**
 * Text that a pattern may look at only so often: no message, however it is made, can keep a thread
 * busy by backtracking.
 */
record Bounded(String text, int[] left) implements CharSequence {

  private static final int LOOKS = 100_000;

  static Bounded of(String text) {
    return new Bounded(text, new int[] {LOOKS});
  }

  /** A pattern looked too often. */
  static final class TooHard extends RuntimeException {
    TooHard() {
      super("a pattern backtracks too much", null, false, false);
    }
  }

  @Override
  public char charAt(int index) {
    if (--left[0] < 0) {
      throw new TooHard();
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.substring(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
