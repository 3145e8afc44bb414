package app.tdah.chat.language;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Cleans the words of a slot. */
final class Wording {

  private static final Pattern EDGES =
      Pattern.compile("^[\\s\"'“”‘’«»:,;.\\-–—]+|[\\s\"“”‘’«»:,;!?]+$|(?<!\\d)\\.+$");
  private static final Map<Language, Pattern> ARTICLES =
      Map.of(
          Language.EN, Pattern.compile("(?i)^(?:the|my|a|an|this|that|some)\\s+(?=\\S)"),
          Language.ES,
              Pattern.compile(
                  "(?i)^(?:del|al|el|la|los|las|lo|un|una|mi|mis|este|esta|ese|esa|de)\\s+(?=\\S)"),
          Language.PT,
              Pattern.compile(
                  "(?i)^(?:do|da|dos|das|ao|à|o|a|os|as|um|uma|meu|minha|meus|minhas|este|esta|esse|essa|no|na)\\s+(?=\\S)"));
  private static final Map<Language, Pattern> LIST =
      Map.of(
          Language.EN,
              Pattern.compile("\\s*(?:[,;\\n]|\\bthen\\b)\\s*(?:and\\s+|then\\s+)*|\\s+and\\s+"),
          Language.ES,
              Pattern.compile("\\s*(?:[,;\\n]|\\bluego\\b)\\s*(?:y\\s+|luego\\s+)*|\\s+y\\s+"),
          Language.PT,
              Pattern.compile("\\s*(?:[,;\\n]|\\bdepois\\b)\\s*(?:e\\s+|depois\\s+)*|\\s+e\\s+"));

  private Wording() {}

  static String plain(String words) {
    return EDGES.matcher(words.strip()).replaceAll("");
  }

  /** Without the quotation marks that set it apart. */
  static String unquoted(String words) {
    return plain(words.strip().matches("[\"“«].*") ? words.replaceAll("[\"“”«»]", "") : words);
  }

  /** Without the articles before it. */
  static String noun(String words, Filling filling) {
    return noun(words, filling.context().language());
  }

  static String noun(String words, Language language) {
    Pattern article = language.from(ARTICLES);
    String once = article.matcher(plain(words)).replaceFirst("");
    return article.matcher(once).replaceFirst("");
  }

  static String oneWord(String words) {
    return plain(words).replaceFirst("^[#/@]", "").replaceAll("\\s+", "-");
  }

  static List<String> list(String words, Filling filling) {
    return Arrays.stream(filling.context().language().from(LIST).split(plain(words)))
        .map(Wording::plain)
        .filter(step -> !step.isEmpty())
        .toList();
  }
}
