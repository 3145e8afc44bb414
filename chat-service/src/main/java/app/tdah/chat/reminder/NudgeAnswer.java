package app.tdah.chat.reminder;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One word in answer to a reminder, in any of the three languages.
 *
 * @param minutes for {@code SNOOZE}, else 0
 */
record NudgeAnswer(Kind kind, int minutes) {

  enum Kind {
    DONE,
    SNOOZE,
    LATER,
    SMALLER,
    SKIP
  }

  private static final int MAX_MINUTES = 1440;
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern EDGES = Pattern.compile("^[\\s\\p{Punct}¡¿]+|[\\s\\p{Punct}]+$");
  private static final Pattern NUMBER =
      Pattern.compile("(\\d{1,4})\\s*(?:m|mins?|minutes?|minutos?)?");
  private static final Map<String, Kind> WORDS =
      words(
          Map.of(
              Kind.DONE, "done|hecho|hecha|listo|lista|feito|feita|pronto|pronta",
              Kind.LATER, "later|luego|despues|mas tarde|depois|mais tarde",
              Kind.SMALLER,
                  "smaller|menos|menor|mas pequeno|mas pequena|mas chico|mais pequeno|mais curto",
              Kind.SKIP, "skip|saltar|salta|omitir|pular|pula|pule"));

  /** Empty when it is anything else. */
  static Optional<NudgeAnswer> read(String text) {
    String plain =
        MARKS.matcher(Normalizer.normalize(text.strip(), Normalizer.Form.NFD)).replaceAll("");
    String word =
        EDGES.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    Kind kind = WORDS.get(word);
    if (kind != null) {
      return Optional.of(new NudgeAnswer(kind, 0));
    }
    Matcher number = NUMBER.matcher(word);
    return number.matches() ? snooze(Integer.parseInt(number.group(1))) : Optional.empty();
  }

  private static Optional<NudgeAnswer> snooze(int minutes) {
    return minutes >= 1 && minutes <= MAX_MINUTES
        ? Optional.of(new NudgeAnswer(Kind.SNOOZE, minutes))
        : Optional.empty();
  }

  private static Map<String, Kind> words(Map<Kind, String> byKind) {
    return byKind.entrySet().stream()
        .flatMap(entry ->
            Arrays.stream(entry.getValue().split("\\|"))
                .map(word -> Map.entry(word, entry.getKey())))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
