package app.tdah.chat.breakdown;

import app.tdah.chat.language.Language;
import java.util.Arrays;
import java.util.List;

/** What parts of a step are called in a language. */
enum StepTitles {
  EN("Only two minutes: ", "Just one minute: ", "The first half: ", "The rest: "),
  ES("Solo dos minutos: ", "Solo un minuto: ", "La primera mitad: ", "El resto: "),
  PT("Só dois minutos: ", "Só um minuto: ", "A primeira metade: ", "O resto: ");

  private static final int LONGEST = 400;

  private final List<String> prefixes;

  StepTitles(String... prefixes) {
    this.prefixes = List.of(prefixes);
  }

  static StepTitles in(Language language) {
    return valueOf(language.name());
  }

  String twoMinutes(String title) {
    return prefixed(0, title);
  }

  String oneMinute(String title) {
    return prefixed(1, title);
  }

  String firstHalf(String title) {
    return prefixed(2, title);
  }

  String rest(String title) {
    return prefixed(3, title);
  }

  private String prefixed(int which, String title) {
    String bare = bare(title);
    return prefixes.get(which) + bare.substring(0, Math.min(bare.length(), LONGEST));
  }

  /** Without what an earlier cut put before it. */
  private static String bare(String title) {
    return Arrays.stream(values())
        .flatMap(titles -> titles.prefixes.stream())
        .filter(title::startsWith)
        .findFirst()
        .map(prefix -> title.substring(prefix.length()))
        .orElse(title);
  }
}
