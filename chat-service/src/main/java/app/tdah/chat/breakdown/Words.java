package app.tdah.chat.breakdown;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words as people type them: without accents, with slips of the finger, in some ending. */
final class Words {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final int SHORTEST_WITH_SLIP = 5;
  private static final int SHORTEST_WITH_TWO = 9;
  private static final int LONGEST_ENDING = 3;

  private Words() {}

  /** The words of a text in lower case, without accents. */
  static List<String> of(String text) {
    String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    return Arrays.stream(NO_WORD.split(plain.toLowerCase(Locale.ROOT)))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /** Whether a typed word is meant to be the known one. */
  static boolean means(String typed, String known) {
    if (typed.equals(known)) {
      return true;
    }
    if (known.length() < SHORTEST_WITH_SLIP) {
      return false;
    }
    int allowed = known.length() < SHORTEST_WITH_TWO ? 1 : 2;
    return typed.startsWith(known) && typed.length() - known.length() <= LONGEST_ENDING
        || Math.abs(typed.length() - known.length()) <= allowed
            && typed.charAt(0) == known.charAt(0)
            && distance(typed, known) <= allowed;
  }

  /** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        d[i][j] = i == 0 || j == 0 ? i + j : cheapest(a, b, d, i, j);
      }
    }
    return d[a.length()][b.length()];
  }

  private static int cheapest(String a, String b, int[][] d, int i, int j) {
    boolean same = a.charAt(i - 1) == b.charAt(j - 1);
    int best = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + (same ? 0 : 1));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
  }
}
