package app.tdah.chat.language;

import java.time.LocalTime;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** "at 5pm", "a las cinco y media de la tarde", "às 17h": times in words and figures. */
final class TimePhrases {

  private record Words(
      String at,
      String half,
      String quarter,
      String morning,
      String afternoon,
      String evening,
      String night,
      String noon,
      String midnight,
      String oclock) {}

  /** "morning" alone is a part of the day only behind one; \u0001 is what was read before. */
  private static final String AFTER_DAY =
      "(?<=(?:tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|\u0001) )";

  private static final Map<Language, Words> WORDS =
      Map.of(
          Language.EN,
          new Words(
              "(?:at|by|@)",
              " thirty",
              " fifteen",
              "in the mornings?|this morning|" + AFTER_DAY + "mornings?",
              "in the afternoons?|this afternoon|" + AFTER_DAY + "afternoons?",
              "in the evenings?|this evening|" + AFTER_DAY + "evenings?",
              "at night|" + AFTER_DAY + "nights?",
              "(?:at )?(?:noon|midday)",
              "(?:at )?midnight",
              " o'clock"),
          Language.ES,
          new Words(
              "(?:a|para|sobre|hacia) (?:las|la(?= (?:1|una)(?!\\d)))",
              " y media",
              " y cuarto",
              "(?:por|de|en) la manana|esta manana",
              "(?:por|de|en) la tarde|esta tarde",
              "(?!)",
              "(?:por|de|en) la noche",
              "(?:al?|de) ?(?:el )?mediodia",
              "a (?:la )?medianoche",
              " en punto"),
          Language.PT,
          new Words(
              "(?:as|para as|pelas|a(?= uma\\b))",
              " e meia",
              " e quinze",
              "(?:de|da|pela) manha|esta manha|(?<=amanha |hoje )cedo",
              "(?:a|da|de|pela) tarde|esta tarde",
              "(?!)",
              "(?:a|da|de|pela) noite",
              "(?:ao )?meio[- ]dia",
              "(?:a )?meia[- ]noite",
              " em ponto"));

  private static final String CLOCK = "(\\d{1,2})(?:[:.h](\\d{2}))?";
  private static final Pattern TWENTY_FOUR =
      Pattern.compile("(?<![\\d:])([01]?\\d|2[0-3]):([0-5]\\d)(?![\\d:])");

  private final Scan scan;
  private final Moment moment;
  private final Vocabulary vocabulary;
  private final Words words;

  private TimePhrases(Scan scan, Language language, Moment moment) {
    this.scan = scan;
    this.moment = moment;
    this.vocabulary = Vocabulary.of(language);
    this.words = language.from(WORDS);
  }

  static boolean read(Scan scan, Language language, Moment moment) {
    TimePhrases phrases = new TimePhrases(scan, language, moment);
    boolean named =
        phrases.take(phrases.words.noon, found -> phrases.at(found, LocalTime.NOON))
            || phrases.take(phrases.words.midnight, found -> phrases.at(found, LocalTime.MIDNIGHT));
    return phrases.dayPart() | (named || moment.begins == null && phrases.clock());
  }

  private boolean dayPart() {
    return part(words.morning, Moment.DayPart.MORNING)
        || part(words.afternoon, Moment.DayPart.AFTERNOON)
        || part(words.evening, Moment.DayPart.EVENING)
        || part(words.night, Moment.DayPart.NIGHT);
  }

  private boolean part(String regex, Moment.DayPart part) {
    return take(
        regex,
        found -> {
          moment.dayPart = part;
          return found.as(part);
        });
  }

  private boolean clock() {
    String at = "(?:" + words.at + " )";
    String spoken = "(" + vocabulary.anyHour() + ")";
    String hours = "(\\d{1,2}|" + vocabulary.anyHour() + ")";
    return take(
            at + "?" + CLOCK + " ?(am|pm|a\\.m\\.|p\\.m\\.)",
            found -> hour(found, digits(found), digits(found, 2), found.group(3)))
        || take(
            at + "?(\\d{1,2})h(\\d{2})?(?:s|rs)?",
            found -> hour(found, digits(found), digits(found, 2), ""))
        || fraction(at)
        || take(at + hours + words.half, found -> hour(found, number(found), 30, ""))
        || take(at + hours + words.quarter, found -> hour(found, number(found), 15, ""))
        || take(
            at + CLOCK + "(?:" + words.oclock + ")?",
            found -> hour(found, digits(found), digits(found, 2), ""))
        || take(
            at + spoken + "(?:" + words.oclock + ")?", found -> hour(found, number(found), 0, ""))
        || scan.take(
            TWENTY_FOUR, "time", found -> hour(found, digits(found), digits(found, 2), "24"));
  }

  /** "half past five", "las cinco menos cuarto". */
  private boolean fraction(String at) {
    String hours = "(\\d{1,2}|" + vocabulary.anyHour() + ")";
    return take(at + "?half past " + hours, found -> hour(found, number(found), 30, ""))
        || take(at + "?(?:a )?quarter past " + hours, found -> hour(found, number(found), 15, ""))
        || take(at + "?(?:a )?quarter to " + hours, this::quarterTo)
        || take(at + hours + " menos (?:cuarto|quinze)", this::quarterTo);
  }

  private boolean quarterTo(Scan.Reading found) {
    return hour(found, number(found) == 1 ? 12 : number(found) - 1, 45, "");
  }

  private int number(Scan.Reading found) {
    return vocabulary.number(found.group(1));
  }

  private static int digits(Scan.Reading found) {
    return Integer.parseInt(found.group(1));
  }

  private static int digits(Scan.Reading found, int group) {
    return found.has(group) ? Integer.parseInt(found.group(group)) : 0;
  }

  private boolean hour(Scan.Reading found, int hour, int minute, String half) {
    LocalTime time = time(hour, minute, half);
    return time != null && at(found, time);
  }

  private @Nullable LocalTime time(int hour, int minute, String half) {
    if (hour > 23 || minute > 59) {
      return null;
    }
    boolean twelve = hour >= 1 && hour <= 12;
    if (half.startsWith("a") && twelve) {
      return LocalTime.of(hour % 12, minute);
    }
    if (half.startsWith("p") && twelve) {
      return LocalTime.of(hour % 12 + 12, minute);
    }
    if (!twelve || half.equals("24")) {
      return LocalTime.of(hour, minute);
    }
    moment.ambiguous = true;
    return LocalTime.of(hour % 24, minute);
  }

  private boolean at(Scan.Reading found, LocalTime time) {
    moment.time = time;
    return found.as(time);
  }

  private boolean take(String regex, Predicate<Scan.Reading> reader) {
    return scan.take(
        Scan.pattern("(?<![\\p{L}\\p{N}:/])(?:" + regex + ")(?![\\p{L}\\p{N}:/%])"),
        "time",
        reader);
  }
}
