package app.tdah.chat.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Corrects slips of the keyboard: words about time always, for they occur inside titles; words of
 * commands only when nothing was understood, for a title is the user's own.
 */
final class Spelling {

  private static final int SHORTEST = 4;
  private static final int LONG = 8;
  private static final int MOST_WORDS = 24;
  private static final int TIME_SHORTEST = 5;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}']+");

  private static final Map<Language, List<String>> TIMES =
      Map.of(
          Language.EN,
          List.of(
              "tomorrow",
              "tonight",
              "monday",
              "tuesday",
              "wednesday",
              "thursday",
              "friday",
              "saturday",
              "sunday",
              "morning",
              "afternoon",
              "evening",
              "minutes",
              "weekend"),
          Language.ES,
          List.of(
              "manana",
              "miercoles",
              "jueves",
              "viernes",
              "sabado",
              "domingo",
              "minutos",
              "mediodia"),
          Language.PT,
          List.of(
              "amanha",
              "segunda",
              "quarta",
              "quinta",
              "sabado",
              "domingo",
              "minutos",
              "segunda-feira"));

  /** Words of their own that look like a slip. */
  private static final Set<String> OWN =
      Set.of(
          "sundae",
          "sundays",
          "mondays",
          "fridays",
          "morning",
          "mornings",
          "evenings",
          "minute",
          "manzana",
          "manzanas",
          "mananas",
          "salado",
          "sabados",
          "minuto",
          "domingos",
          "juegos",
          "segundo",
          "segundas",
          "quarto",
          "quartos",
          "quinto",
          "quintas",
          "quartas",
          "quanta",
          "salada",
          "amanhã",
          "wedding",
          "mourning",
          "weekends",
          "ovening",
          "moving",
          "turning");

  private static final Map<Language, Map<String, String>> SHORT =
      Map.of(
          Language.EN,
          Map.ofEntries(
              Map.entry("pls", "please"),
              Map.entry("plz", "please"),
              Map.entry("u", "you"),
              Map.entry("ur", "your"),
              Map.entry("nxt", "next"),
              Map.entry("wanna", "want to"),
              Map.entry("gimme", "give me"),
              Map.entry("lemme", "let me"),
              Map.entry("gonna", "going to"),
              Map.entry("rmnd", "remind"),
              Map.entry("r", "are")),
          Language.ES,
          Map.of(
              "q",
              "que",
              "k",
              "que",
              "x",
              "por",
              "pa",
              "para",
              "tb",
              "tambien",
              "xfa",
              "por favor"),
          Language.PT,
          Map.of(
              "q",
              "que",
              "vc",
              "voce",
              "n",
              "nao",
              "tb",
              "tambem",
              "pf",
              "por favor",
              "oq",
              "o que"));

  private static final Map<String, String> ALWAYS =
      Map.ofEntries(
          Map.entry("whats", "what's"),
          Map.entry("im", "i'm"),
          Map.entry("ive", "i've"),
          Map.entry("dont", "don't"),
          Map.entry("cant", "can't"),
          Map.entry("isnt", "isn't"),
          Map.entry("didnt", "didn't"),
          Map.entry("lets", "let's"),
          Map.entry("thats", "that's"),
          Map.entry("wont", "won't"),
          Map.entry("2moro", "tomorrow"),
          Map.entry("2morrow", "tomorrow"),
          Map.entry("tonite", "tonight"),
          Map.entry("hj", "hoje"),
          Map.entry("amh", "amanhã"));

  private Spelling() {}

  private static final Map<Language, Pattern> JOINED =
      Map.of(
          Language.EN, Pattern.compile("(?!)(.)"),
          Language.ES,
              Pattern.compile(
                  "\\b(haz|borra|mueve|cancela|elimina|quita|pasa|pon|marca|reabre|pospon|aplaza|cambia|renombra"
                      + "|completa|termina|empieza|prioriza|desglosa|tacha|descarta|aprueba|rechaza|salta"
                      + "|divide|retrasa|adelanta)(?:lo|la)\\b"),
          Language.PT, Pattern.compile("\\b(\\p{L}{3,})-(?:o|a|lo|la)\\b"));
  private static final Map<Language, String> THAT =
      Map.of(Language.EN, " that", Language.ES, " eso", Language.PT, " isso");

  /** With the words about time as they are spelled. */
  static Folded ofTime(Folded text, Language language) {
    Folded whole = apart(replaced(text, ALWAYS::get), language);
    return replaced(
        whole,
        word ->
            word.length() < TIME_SHORTEST
                    || OWN.contains(word)
                    || word.contains("'")
                    || language.from(TIMES).contains(word)
                ? null
                : EditDistance.nearest(word, language.from(TIMES), word.length() < LONG - 1 ? 1 : 2)
                    .filter(near -> near.charAt(0) == word.charAt(0))
                    .orElse(null));
  }

  /** "Bórralo" as "borra eso". */
  private static Folded apart(Folded text, Language language) {
    Folded result = text;
    for (MatchResult verb :
        language.from(JOINED).matcher(text.folded()).results().toList().reversed()) {
      result = spliced(result, verb.start(), verb.end(), verb.group(1) + language.from(THAT));
    }
    return result;
  }

  /** Texts that may be meant: one word corrected, then all. */
  static Stream<Folded> corrections(Folded text, Language language) {
    if (WORD.matcher(text.folded()).results().count() > MOST_WORDS) {
      return Stream.empty();
    }
    Folded whole = replaced(text, language.from(SHORT)::get);
    Set<String> known = Grammar.of(language).words();
    List<Folded> singly = new ArrayList<>();
    for (MatchResult word : WORD.matcher(whole.folded()).results().toList()) {
      correction(word.group(), known)
          .map(near -> spliced(whole, word.start(), word.end(), near))
          .ifPresent(singly::add);
    }
    Folded all = replaced(whole, word -> correction(word, known).orElse(null));
    return Stream.of(List.of(whole), singly, List.of(all)).flatMap(List::stream);
  }

  private static Optional<String> correction(String word, Set<String> known) {
    return word.length() < SHORTEST || known.contains(word)
        ? Optional.empty()
        : EditDistance.nearest(word, known, word.length() < LONG ? 1 : 2);
  }

  private interface Replacement {
    @org.jspecify.annotations.Nullable
    String of(String word);
  }

  private static Folded replaced(Folded text, Replacement replacement) {
    Folded result = text;
    List<MatchResult> words = WORD.matcher(text.folded()).results().toList();
    for (MatchResult word : words.reversed()) {
      String better = replacement.of(word.group());
      if (better != null) {
        result = spliced(result, word.start(), word.end(), better);
      }
    }
    return result;
  }

  private static Folded spliced(Folded text, int start, int end, String word) {
    return Folded.of(text.original().substring(0, start) + word + text.original().substring(end));
  }
}
