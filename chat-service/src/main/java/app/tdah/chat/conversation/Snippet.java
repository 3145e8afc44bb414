package app.tdah.chat.conversation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** A part of a text around the first place that matched. */
final class Snippet {

  /** Unicode's private use: no text has it. */
  static final char START = '\uE000';

  static final char STOP = '\uE001';

  private static final int BEFORE = 60;
  private static final int LENGTH = 240;

  private Snippet() {}

  /** A piece of the text, and whether it is what was looked for. */
  record Segment(String text, boolean match) {}

  /**
   * Segments of the text, in order.
   *
   * @param marked the text letter by letter, perhaps without accents, with marks around matches; a
   *     letter matches when it does in one of them
   */
  static List<Segment> of(String text, List<String> marked) {
    BitSet matches = new BitSet();
    marked.forEach(one -> mark(one, matches));
    int from = Math.max(0, matches.nextSetBit(0) - BEFORE);
    return segments(text, matches, from, Math.min(text.length(), from + LENGTH));
  }

  private static void mark(String marked, BitSet matches) {
    boolean inside = false;
    int at = 0;
    for (int i = 0; i < marked.length(); i++) {
      char letter = marked.charAt(i);
      if (letter == START || letter == STOP) {
        inside = letter == START;
      } else {
        matches.set(at, matches.get(at) || inside);
        at++;
      }
    }
  }

  private static List<Segment> segments(String text, BitSet matches, int from, int to) {
    List<Segment> segments = new ArrayList<>();
    int begun = from;
    for (int i = from + 1; i <= to; i++) {
      if (i == to || matches.get(i) != matches.get(begun)) {
        String piece = text.substring(begun, i);
        boolean cutBefore = begun == from && from > 0;
        boolean cutBehind = i == to && to < text.length();
        segments.add(
            new Segment(
                (cutBefore ? "…" : "") + piece + (cutBehind ? "…" : ""), matches.get(begun)));
        begun = i;
      }
    }
    return segments;
  }
}
