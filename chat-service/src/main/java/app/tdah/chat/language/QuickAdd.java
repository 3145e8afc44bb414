package app.tdah.chat.language;

import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The quick-add grammar of every channel: {@code call mom tomorrow 5pm #family !high ~15m every
 * friday}, in English, Spanish and Portuguese.
 */
public final class QuickAdd {

  /** Words that hang in the air once what they led to is taken out. */
  private static final Map<Language, Pattern> DANGLING =
      Map.of(
          Language.EN,
              Pattern.compile(
                  "(?i)(?:^(?:at|on|by|to)\\s+)|(?:[\\s,;:-]+(?:at|on|by|in|for|(?<!\\b(?:is|are) )due|the|and)?)+$"),
          Language.ES,
              Pattern.compile(
                  "(?i)(?:^(?:el|para|a las?|que|de)\\s+)|(?:[\\s,;:-]+(?:a|el|la|las|en|para|por|de|y|el día|día)?)+$"),
          Language.PT,
              Pattern.compile(
                  "(?i)(?:^(?:no|na|para|às?|que|de)\\s+)|(?:[\\s,;:-]+(?:a|à|às|o|no|na|nos|nas|em|para|por|de|e|dia)?)+$"));

  private static final Pattern EDGES = Pattern.compile("^[\\s,;:]+|[\\s,;:]+$");

  private QuickAdd() {}

  /**
   * Reads a line.
   *
   * @param locale decides where the words do not
   * @param now the moment and zone that "tomorrow at five" counts from
   */
  public static QuickAddResult parse(String text, Locale locale, ZonedDateTime now) {
    Folded folded = Folded.of(text);
    return parse(folded, Language.detect(folded, locale), now);
  }

  static QuickAddResult parse(Folded text, Language language, ZonedDateTime now) {
    Scan scan = new Scan(text);
    Markers markers = Markers.read(scan, language);
    Moment moment = new Moment(now);
    readTimes(scan, language, moment);
    String title = title(scan.rest(), language);
    return new QuickAddResult(
        title.isEmpty() ? text.original().strip() : title,
        markers.tags,
        markers.context,
        markers.project,
        markers.priority,
        markers.energy,
        markers.estimateMinutes,
        moment.startAt(),
        moment.dueAt(),
        moment.dueDate(),
        moment.rule,
        scan.understood());
  }

  /** Whether a text says when and nothing else. */
  static boolean isOnlyTime(Folded text, Language language, ZonedDateTime now) {
    Scan scan = times(text, language, new Moment(now));
    return !scan.understood().isEmpty() && EDGES.matcher(scan.rest()).replaceAll("").isEmpty();
  }

  /** What a text says about time, and what it says besides. */
  static Scan times(Folded text, Language language, Moment moment) {
    Scan scan = new Scan(text);
    readTimes(scan, language, moment);
    return scan;
  }

  private static void readTimes(Scan scan, Language language, Moment moment) {
    RangePhrases.read(scan, language, moment);
    RecurrencePhrases.read(scan, language, moment);
    if (moment.rule == null && moment.firstDay == null) {
      RangePhrases.readWeekdays(scan, language, moment);
    }
    // "por la mañana" is a part of the day, "mañana" a day: the longer phrases go first.
    TimePhrases.read(scan, language, moment);
    if (moment.firstDay == null) {
      DatePhrases.read(scan, language, moment);
    }
  }

  private static String title(String rest, Language language) {
    String trimmed = EDGES.matcher(rest).replaceAll("");
    return EDGES.matcher(language.from(DANGLING).matcher(trimmed).replaceAll("")).replaceAll("");
  }
}
