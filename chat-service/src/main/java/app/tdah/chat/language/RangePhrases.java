package app.tdah.chat.language;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** "from 3 to 5pm", "de 9h às 11h", "del 3 al 5 de diciembre": when something begins and ends. */
final class RangePhrases {

  private static final int NOON = 12;
  private static final int LAST_AFTERNOON = 6;

  private record Words(
      String from, String to, String marked, String later, String fromDay, String toDay) {}

  private static final Map<Language, Words> WORDS =
      Map.of(
          Language.EN,
          new Words(
              "(from |between )",
              " ?(?:-|–|to|until|till|and) ?",
              "(?: in the (morning|afternoon|evening))?",
              "afternoon|evening",
              "from (?:the )?",
              " ?(?:to|until|till|-|–) ?(?:the )?"),
          Language.ES,
          new Words(
              "((?:de|desde|entre) (?:las? )?)",
              " ?(?:-|–|a|hasta|y) ?(?:las? )?",
              "(?: (?:de|por) la (manana|tarde|noche))?",
              "tarde|noche",
              "(?:del?|desde) (?:el )?",
              " (?:al|a|hasta) (?:el )?"),
          Language.PT,
          new Words(
              "(das? |de |entre (?:as? )?)",
              " ?(?:-|–|as?|ate|e) ?(?:as? )?",
              "(?: (?:da|de) (manha|tarde|noite))?",
              "tarde|noite",
              "(?:do dia |do |da |de |desde )",
              " (?:ao dia |ao |a |ate (?:o dia |o |a )?)"));

  private static final String CLOCK = "(\\d{1,2})(?:[:h.](\\d{2}))?(h)? ?(am|pm)?";

  private final Scan scan;
  private final Language language;
  private final Moment moment;
  private final Words words;

  private RangePhrases(Scan scan, Language language, Moment moment) {
    this.scan = scan;
    this.language = language;
    this.moment = moment;
    this.words = language.from(WORDS);
  }

  static void read(Scan scan, Language language, Moment moment) {
    RangePhrases phrases = new RangePhrases(scan, language, moment);
    phrases.daysOfMonth();
    phrases.take(
        phrases.words.from + "?" + CLOCK + phrases.words.to + CLOCK + phrases.words.marked,
        "time",
        phrases::times);
  }

  /** After recurrences, for "de lunes a viernes" is one. */
  static void readWeekdays(Scan scan, Language language, Moment moment) {
    RangePhrases phrases = new RangePhrases(scan, language, moment);
    String weekday = "(" + Vocabulary.of(language).anyWeekday() + ")";
    phrases.take(
        phrases.words.fromDay + weekday + phrases.words.toDay + weekday, "date", phrases::weekdays);
  }

  private void daysOfMonth() {
    String month = "(" + Vocabulary.of(language).anyMonth() + ")";
    String days = "(\\d{1,2})(?:st|nd|rd|th)?" + words.toDay + "(\\d{1,2})(?:st|nd|rd|th)?";
    boolean found =
        take(
            "(?:" + words.fromDay + ")?" + days + "(?: of| de)? " + month,
            "date",
            range -> days(range, range.group(3), range.group(1), range.group(2)));
    if (!found && language == Language.EN) {
      take(
          "(?:from )?" + month + " " + days,
          "date",
          range -> days(range, range.group(1), range.group(2), range.group(3)));
    }
  }

  private boolean days(Scan.Reading found, String month, String first, String last) {
    int number = Vocabulary.of(language).month(month);
    LocalDate end = moment.day(number, Integer.parseInt(last), null);
    try {
      return end != null && days(found, end.withDayOfMonth(Integer.parseInt(first)), end);
    } catch (DateTimeException e) {
      return false;
    }
  }

  private boolean weekdays(Scan.Reading found) {
    Vocabulary vocabulary = Vocabulary.of(language);
    LocalDate start = moment.coming(vocabulary.weekday(found.group(1)));
    LocalDate end =
        start.with(java.time.temporal.TemporalAdjusters.next(vocabulary.weekday(found.group(2))));
    return days(found, start, end);
  }

  private boolean days(Scan.Reading found, LocalDate start, LocalDate end) {
    if (start.isAfter(end)) {
      return false;
    }
    moment.firstDay = start;
    return moment.on(end) && found.as(start + "/" + end);
  }

  /** "Pages 3-5" are no hours: something has to say that these are. */
  private boolean times(Scan.Reading found) {
    boolean said =
        found.has(1) && !found.group(1).equals("de ") && !found.group(1).equals("da ")
            || found.has(3)
            || found.has(4)
            || found.has(5)
            || found.has(7)
            || found.has(8)
            || found.has(9)
            || found.has(10);
    Optional<LocalTime> start = clock(found, 2);
    Optional<LocalTime> end = clock(found, 6);
    return said && start.isPresent() && end.isPresent() && times(found, start.get(), end.get());
  }

  private boolean times(Scan.Reading found, LocalTime first, LocalTime last) {
    LocalTime end = last;
    LocalTime start = first;
    boolean afternoon = found.has(10) && found.group(10).matches(words.later);
    if (isOpen(found, 9, last) && !found.group(10).matches("manana|manha|morning")) {
      boolean later = afternoon || last.getHour() <= LAST_AFTERNOON || !last.isAfter(first);
      end = later ? last.plusHours(NOON) : last;
    }
    if (isOpen(found, 5, first) && end.getHour() >= NOON) {
      LocalTime shifted = first.plusHours(NOON);
      boolean both = found.has(9) || afternoon || first.getHour() <= LAST_AFTERNOON;
      start = both && shifted.isBefore(end) ? shifted : first;
    }
    moment.begins = start;
    moment.time = end;
    return !start.equals(end) && found.as(start + "/" + end);
  }

  /** Whether it may be meant before or after noon. */
  private static boolean isOpen(Scan.Reading found, int half, LocalTime time) {
    return !found.has(half) && time.getHour() >= 1 && time.getHour() < NOON;
  }

  private static Optional<LocalTime> clock(Scan.Reading found, int group) {
    int hour = Integer.parseInt(found.group(group));
    int minute = found.has(group + 1) ? Integer.parseInt(found.group(group + 1)) : 0;
    String half = found.group(group + 3);
    boolean twelve = hour >= 1 && hour <= NOON;
    if (hour > 23 || minute > 59 || !half.isEmpty() && !twelve) {
      return Optional.empty();
    }
    int shifted = half.isEmpty() ? hour : hour % NOON + (half.equals("pm") ? NOON : 0);
    return Optional.of(LocalTime.of(shifted, minute));
  }

  private boolean take(String regex, String kind, Predicate<Scan.Reading> reader) {
    return scan.take(
        Scan.pattern("(?<![\\p{L}\\p{N}:/.-])(?:" + regex + ")(?![\\p{L}\\p{N}:/%-])"),
        kind,
        reader);
  }
}
