package app.tdah.chat.language;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** How many slips of the keyboard lie between two words. */
final class EditDistance {

  private EditDistance() {}

  /** The known word with the fewest slips, other than the word itself. */
  static Optional<String> nearest(String word, Collection<String> known, int most) {
    return known.stream()
        .filter(each -> Math.abs(each.length() - word.length()) <= most)
        .filter(each -> !each.equals(word) && distance(word, each) <= most)
        .min(Comparator.comparingInt(each -> distance(word, each)));
  }

  /** Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment). */
  private static int distance(String one, String other) {
    int[][] steps = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        steps[i][j] = i == 0 || j == 0 ? i + j : step(steps, one, other, i, j);
      }
    }
    return steps[one.length()][other.length()];
  }

  private static int step(int[][] steps, String one, String other, int i, int j) {
    int cost = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
    int least =
        Math.min(Math.min(steps[i - 1][j], steps[i][j - 1]) + 1, steps[i - 1][j - 1] + cost);
    boolean swapped =
        i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1);
    return swapped ? Math.min(least, steps[i - 2][j - 2] + 1) : least;
  }
}
