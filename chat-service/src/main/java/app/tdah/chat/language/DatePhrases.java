package app.tdah.chat.language;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * "tomorrow", "el viernes", "daqui a 3 dias", "5 de junio", "2026-12-01": days in words and
 * figures.
 */
final class DatePhrases {

  private record Words(
      String on,
      String today,
      String tomorrow,
      String dayAfter,
      String tonight,
      String in,
      String half,
      String next,
      String nextAfter,
      String nextWeek,
      String nextMonth,
      String weekend,
      String endOfMonth,
      String of,
      String dayNumber) {}

  private static final Map<Language, Words> WORDS =
      Map.of(
          Language.EN,
          new Words(
              "(?:(?:on|by|this|due|until) )?",
              "today",
              "tomorrow|tmrw|tmr",
              "(?:the )?day after tomorrow",
              "tonight",
              "in",
              "half an hour",
              "next ",
              "",
              "next week",
              "next month",
              "(?:on |at )?(?:the |this )weekend",
              "(?:at |by )?(?:the )?end of (?:the )?month",
              "(?: of)? ",
              "(?:on )?the (\\d{1,2})(?:st|nd|rd|th)"),
          Language.ES,
          new Words(
              "(?:(?:para )?(?:el|este|para el|antes del) )?",
              "(?:para )?hoy",
              "(?:para )?manana",
              "(?:para )?pasado manana",
              "esta noche|hoy (?:por|en) la noche",
              "(?:en|dentro de)",
              "media hora",
              "(?:el )?(?:proximo|siguiente) ",
              "(?: que viene| proximo)",
              "(?:(?:en )?la )?(?:proxima semana|semana que viene|semana proxima)",
              "(?:el )?(?:proximo mes|mes que viene)",
              "(?:el |este |en el )?(?:fin de semana|finde)",
              "(?:a )?(?:fin|fines|final) de(?:l)? mes",
              " de ",
              "(?:el )?dia (\\d{1,2})|el (\\d{1,2})(?! ?(?:de|[/:]|am|pm))"),
          Language.PT,
          new Words(
              "(?:(?:para )?(?:na|no|nesta|neste|esta|este|ate|na proxima) )?",
              "(?:para )?hoje",
              "(?:para )?amanha",
              "(?:para )?depois de amanha",
              "hoje a noite|esta noite",
              "(?:em|daqui(?: a)?|dentro de)",
              "meia hora",
              "(?:na |no )?proxim[ao] ",
              "(?: que vem| proxim[ao])",
              "(?:na )?(?:proxima semana|semana que vem)",
              "(?:no )?(?:proximo mes|mes que vem)",
              "(?:no |neste )?(?:fim de semana|fds)",
              "(?:no )?(?:fim|final) do mes",
              " de ",
              "(?:no )?dia (\\d{1,2})(?! ?de)"));

  private static final Pattern ISO = Pattern.compile("(?<!\\d)(\\d{4})-(\\d{2})-(\\d{2})(?!\\d)");
  private static final Pattern FIGURES =
      Pattern.compile("(?<![\\d/])(\\d{1,2})/(\\d{1,2})(?:/(\\d{4}|\\d{2}))?(?![\\d/])");

  /** "sun cream", "segunda via": days that mean something else before a noun. */
  private static final String NO_WORD_OF_ITS_OWN =
      "(?!(?:sun|sat|segunda|terca|quarta|quinta|sexta)(?![\\p{L}-])(?<!(?:this|next|by|until) .{3})"
          + " (?!\\u0001|(?:at|in|with|to|for|and|by|para|pra|com|de|do|da|no|na|em|ao|as|a|o|e|que|proxim[ao])\\b"
          + "|\\p{L}+[aei]r\\b))";

  private final Scan scan;
  private final Language language;
  private final Moment moment;
  private final Vocabulary vocabulary;
  private final Words words;

  private DatePhrases(Scan scan, Language language, Moment moment) {
    this.scan = scan;
    this.language = language;
    this.moment = moment;
    this.vocabulary = Vocabulary.of(language);
    this.words = language.from(WORDS);
  }

  static boolean read(Scan scan, Language language, Moment moment) {
    DatePhrases phrases = new DatePhrases(scan, language, moment);
    return phrases.figures() || phrases.relative() || phrases.named();
  }

  private boolean figures() {
    return scan.take(
            ISO, "date", found -> day(found, number(found, 2), number(found, 3), number(found, 1)))
        || scan.take(FIGURES, "date", this::dayAndMonth)
        || take(
            weekday()
                + "(?:on )?(?:the )?(\\d{1,2})(?:st|nd|rd|th|º|o)?"
                + words.of
                + "("
                + vocabulary.anyMonth()
                + ")(?:(?: de|,)? (\\d{4}))?",
            found -> day(found, vocabulary.month(found.group(2)), number(found, 1), year(found, 3)))
        || (language == Language.EN
            && take(
                weekday()
                    + "(?:on )?("
                    + vocabulary.anyMonth()
                    + ") (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?",
                found ->
                    day(
                        found,
                        vocabulary.month(found.group(1)),
                        number(found, 2),
                        year(found, 3))));
  }

  /** "Friday," before the day of a month says nothing more. */
  private String weekday() {
    return "(?:(?:on |el |na |no |em )?(?:" + vocabulary.anyWeekday() + "),? (?:dia )?)?";
  }

  private boolean dayAndMonth(Scan.Reading found) {
    int first = number(found, 1);
    int second = number(found, 2);
    boolean monthFirst = language == Language.EN && first <= 12;
    return day(found, monthFirst ? first : second, monthFirst ? second : first, year(found, 3));
  }

  private boolean relative() {
    return take(words.dayAfter, found -> on(found, moment.today().plusDays(2)))
        || take(words.tonight, this::tonight)
        || take(words.tomorrow, found -> on(found, moment.today().plusDays(1)))
        || take(words.today, found -> on(found, moment.today()))
        || take(words.in + " " + words.half, found -> at(found, moment.now.plusMinutes(30)))
        || take(
            words.in + " (" + vocabulary.anyNumber() + ") ?(" + vocabulary.anyUnit() + ")",
            this::in)
        || take(words.nextWeek, found -> on(found, moment.inNextWeek(DayOfWeek.MONDAY)))
        || take(words.nextMonth, found -> on(found, moment.today().plusMonths(1).withDayOfMonth(1)))
        || take(words.weekend, found -> on(found, weekend()))
        || take(
            words.endOfMonth,
            found -> on(found, moment.today().with(TemporalAdjusters.lastDayOfMonth())));
  }

  private boolean named() {
    String weekday = NO_WORD_OF_ITS_OWN + "(" + vocabulary.anyWeekday() + ")";
    return (language == Language.EN
            && take(
                words.on + words.next + weekday,
                found -> on(found, moment.inNextWeek(vocabulary.weekday(found.group(1))))))
        || take(
            "(?:" + words.on + "|" + words.next + ")" + weekday + "(?:" + words.nextAfter + ")?",
            found -> on(found, moment.coming(vocabulary.weekday(found.group(1)))))
        || take(words.dayNumber, this::dayNumber);
  }

  private boolean dayNumber(Scan.Reading found) {
    LocalDate day =
        moment.dayOfMonth(Integer.parseInt(found.has(1) ? found.group(1) : found.group(2)));
    return day != null && on(found, day);
  }

  private boolean tonight(Scan.Reading found) {
    moment.dayPart = Moment.DayPart.NIGHT;
    return on(found, moment.today());
  }

  private boolean in(Scan.Reading found) {
    int amount = vocabulary.number(found.group(1));
    return switch (vocabulary.unitOf(found.group(2))) {
      case 0 -> at(found, moment.now.plusMinutes(amount));
      case 1 -> at(found, moment.now.plusHours(amount));
      case 2 -> on(found, moment.today().plusDays(amount));
      case 3 -> on(found, moment.today().plusWeeks(amount));
      case 4 -> on(found, moment.today().plusMonths(amount));
      default -> on(found, moment.today().plusYears(amount));
    };
  }

  private LocalDate weekend() {
    DayOfWeek today = moment.today().getDayOfWeek();
    return today == DayOfWeek.SUNDAY
        ? moment.today()
        : moment.today().with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY));
  }

  private boolean at(Scan.Reading found, ZonedDateTime time) {
    moment.exact = time.withNano(0).toInstant();
    return found.as(moment.exact);
  }

  private boolean on(Scan.Reading found, LocalDate day) {
    return moment.on(day) && found.as(day);
  }

  private boolean day(Scan.Reading found, int month, int day, int year) {
    LocalDate date = moment.day(month, day, year == 0 ? null : year);
    return date != null && on(found, date);
  }

  private static int number(Scan.Reading found, int group) {
    return Integer.parseInt(found.group(group));
  }

  private static int year(Scan.Reading found, int group) {
    return found.has(group) ? number(found, group) : 0;
  }

  private boolean take(String regex, Predicate<Scan.Reading> reader) {
    return scan.take(
        Scan.pattern("(?<![\\p{L}\\p{N}])(?:" + regex + ")(?![\\p{L}\\p{N}'])"), "date", reader);
  }
}
