package app.tdah.chat.language;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the user says about themselves beside "what now?": how much time there is and how much
 * energy.
 *
 * @param rest the folded text without it
 * @param arguments of {@code next_task}
 */
record Situation(String rest, Map<String, Object> arguments) {

  private record Words(Pattern minutes, Pattern tired, Pattern awake) {}

  private static final String AMOUNT =
      "((?:\\d{1,3}|an?|one|two|five|ten|fifteen|twenty|thirty|half an|media|meia|una|uma|diez|dez|cinco|quince|quinze|veinte|vinte|treinta|trinta|dos|duas) ?(?:min(?:ute|uto)?s?|h(?:our|ora|r)?s?))";

  private static final Map<Language, Words> WORDS =
      Map.of(
          Language.EN,
          words(
              "(?:(?:i(?:'ve| have)?(?: only)?(?: got)?|in|with|for|got|have)(?: only| just| about)? |(?<=and ))%s(?: (?:left|free|to spare|of time))?",
              "i(?:'m| am)(?: so| very| really| too)? (?:tired|exhausted|drained|sleepy|worn out|low energy|beat|knackered|wiped out)|(?:i have |with |i've got )?(?:no|little|low|not much) energy(?: left)?|i(?:'m| am) low on energy",
              "i(?:'m| am) (?:full of energy|energetic|wide awake)|i have (?:lots|plenty) of energy"),
          Language.ES,
          words(
              "(?:(?:(?:solo )?(?:tengo|me quedan)(?: solo| unos)?|en|con|durante) |(?<=y ))%s(?: (?:libres?|de tiempo))?",
              "estoy (?:muy )?(?:cansad[oa]|agotad[oa]|rendid[oa]|molid[oa])|(?:tengo poca|sin) energia",
              "estoy con energia|tengo mucha energia"),
          Language.PT,
          words(
              "(?:(?:(?:so )?(?:tenho|me restam)(?: so| uns)?|em|com|por) |(?<=e ))%s(?: (?:livres?|de tempo))?",
              "estou (?:muito )?(?:cansad[oa]|exaust[oa]|esgotad[oa]|acabad[oa]|com sono)|(?:tenho pouca|sem) energia",
              "estou com energia|tenho muita energia"));

  private static final Pattern EDGES = Pattern.compile("^(?:[\\s,;.¿¡]|and |y |e )+|[\\s,;.]+$");

  private static Words words(String minutes, String tired, String awake) {
    return new Words(alone(minutes.formatted(AMOUNT)), alone(tired), alone(awake));
  }

  private static Pattern alone(String regex) {
    return Pattern.compile("(?<![\\p{L}\\p{N}'])(?:" + regex + ")(?![\\p{L}\\p{N}])");
  }

  static Situation of(String folded, Language language) {
    Words words = language.from(WORDS);
    Map<String, Object> arguments = new LinkedHashMap<>();
    String rest = folded;
    if (words.tired.matcher(rest).find()) {
      arguments.put("energy", Energy.LOW.name());
    } else if (words.awake.matcher(rest).find()) {
      arguments.put("energy", Energy.HIGH.name());
    }
    rest = words.tired.matcher(rest).replaceFirst("");
    rest = words.awake.matcher(rest).replaceFirst("");
    Matcher minutes = words.minutes.matcher(rest);
    if (minutes.find()) {
      rest = minutes.replaceFirst("");
      Times.minutes(minutes.group(1), language)
          .ifPresent(amount -> arguments.put("minutes", amount));
    }
    return arguments.isEmpty()
        ? new Situation(folded, arguments)
        : new Situation(EDGES.matcher(rest).replaceAll(""), arguments);
  }
}
