package app.tdah.chat.assistant.tools;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds what somebody means by some of its words. */
final class BestMatch {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final double ENOUGH = 0.5;

  private BestMatch() {}

  /** The best of the items; empty when none has at least half of the words. */
  static <T> Optional<T> of(String words, List<T> items, Function<T, String> title) {
    Set<String> wanted = words(words);
    return items.stream()
        .filter(item -> score(wanted, words(title.apply(item))) >= ENOUGH)
        .max(Comparator.comparingDouble(item -> score(wanted, words(title.apply(item)))));
  }

  /** The share of the wanted words that are there; of equals the shorter title wins. */
  private static double score(Set<String> wanted, Set<String> there) {
    if (wanted.isEmpty() || there.isEmpty()) {
      return 0;
    }
    double common = wanted.stream().filter(there::contains).count();
    return common / wanted.size() + common / there.size() / 100;
  }

  private static Set<String> words(String text) {
    String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    return Arrays.stream(NO_WORD.split(plain.toLowerCase(Locale.ROOT)))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toSet());
  }
}
