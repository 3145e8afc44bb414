package app.tdah.chat.language;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** "every friday", "cada dos semanas", "todo dia 5": recurrences as RRULEs. */
final class RecurrencePhrases {

  private static final String EVERY_DAY = "FREQ=DAILY";
  private static final String WEEKDAYS = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR";
  private static final List<String> FREQUENCIES =
      List.of("MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY");

  private record Words(
      String every,
      String other,
      String and,
      String daily,
      String weekly,
      String monthly,
      String workdays,
      String morning,
      String evening,
      String dayOfMonth) {}

  private static final Map<Language, Words> WORDS =
      Map.of(
          Language.EN,
          new Words(
              "(?:every|each)",
              "other ",
              "(?:,| and| &|, and)",
              "daily",
              "weekly",
              "monthly",
              "(?:on )?weekdays|every weekday|every workday",
              "every morning",
              "every (?:evening|night)",
              "(?:every month on the|on the) (\\d{1,2})(?:st|nd|rd|th)? of (?:every|each) month|every month on the (\\d{1,2})(?:st|nd|rd|th)?"),
          Language.ES,
          new Words(
              "(?:cada|todos los|todas las|todo|toda)",
              "dos (?=semanas)",
              "(?:,| y)",
              "a diario|diariamente",
              "semanalmente",
              "mensualmente",
              "entre semana|de lunes a viernes|(?:todos )?los dias laborables",
              "(?:cada manana|todas las mananas)",
              "(?:cada noche|todas las noches)",
              "(?:cada mes el|todos los meses el|cada) dia (\\d{1,2})|(?:el )?(?:dia )?(\\d{1,2}) de cada mes|cada mes el (\\d{1,2})"),
          Language.PT,
          new Words(
              "(?:a cada|cada|todos os|todas as|todo|toda)",
              "duas (?=semanas)",
              "(?:,| e)",
              "diariamente|todo santo dia",
              "semanalmente",
              "mensalmente",
              "(?:em )?dias uteis|de segunda a sexta(?:-feira)?",
              "(?:toda manha|todas as manhas)",
              "(?:toda noite|todas as noites)",
              "(?:no )?dia (\\d{1,2}) de (?:cada|todo) mes|(?:todo mes no|todo) dia (\\d{1,2})"));

  /** "on mondays", "los lunes", "aos domingos": the plural says that it recurs. */
  private static final String PLURAL = "(?:on(?= \\w+days)|los|aos|nos|nas|as(?= \\w+s)) ";

  private final Scan scan;
  private final Moment moment;
  private final Vocabulary vocabulary;
  private final Words words;

  private RecurrencePhrases(Scan scan, Language language, Moment moment) {
    this.scan = scan;
    this.moment = moment;
    this.vocabulary = Vocabulary.of(language);
    this.words = language.from(WORDS);
  }

  static boolean read(Scan scan, Language language, Moment moment) {
    return new RecurrencePhrases(scan, language, moment).read();
  }

  private boolean read() {
    return take(words.workdays, found -> repeats(found, WEEKDAYS, nextWorkday()))
        || take(words.morning, found -> partOfDay(found, Moment.DayPart.MORNING))
        || take(words.evening, found -> partOfDay(found, Moment.DayPart.NIGHT))
        || take(
            words.every + " (" + vocabulary.anyNumber() + ") (" + vocabulary.anyUnit() + ")",
            this::everyN)
        || take(words.dayOfMonth, this::dayOfMonth)
        || take(onWeekdays(), this::onDays)
        || take(PLURAL + "()(" + days() + ")", this::onDays)
        || take(
            words.every + " (" + words.other + ")?(" + vocabulary.anyUnit() + ")", this::everyUnit)
        || take(words.daily, found -> repeats(found, EVERY_DAY, moment.today()))
        || take(words.weekly, found -> repeats(found, "FREQ=WEEKLY", moment.today()))
        || take(words.monthly, found -> repeats(found, "FREQ=MONTHLY", moment.today()));
  }

  private boolean take(String regex, java.util.function.Predicate<Scan.Reading> reader) {
    return scan.take(Scan.pattern("\\b(?:" + regex + ")\\b"), "recurrence", reader);
  }

  private String onWeekdays() {
    return words.every + " (" + words.other + ")?(" + days() + ")";
  }

  private String days() {
    String day = "(?:" + vocabulary.anyWeekday() + ")(?:s-feiras|s)?";
    return day + "(?:" + words.and + " ?(?:" + words.every + " )?" + day + ")*";
  }

  private boolean repeats(Scan.Reading found, String rule, LocalDate first) {
    moment.repeats(rule, first);
    return found.as(rule);
  }

  private boolean partOfDay(Scan.Reading found, Moment.DayPart part) {
    moment.dayPart = part;
    return repeats(found, EVERY_DAY, moment.today());
  }

  private boolean dayOfMonth(Scan.Reading found) {
    int day = Integer.parseInt(found.firstGroup());
    LocalDate first = moment.dayOfMonth(day);
    return first != null && repeats(found, monthly(day), first);
  }

  /** Shorter months have no 31st: there it is their last day. */
  private static String monthly(int day) {
    return day <= 28
        ? "FREQ=MONTHLY;BYMONTHDAY=" + day
        : "FREQ=MONTHLY;BYMONTHDAY="
            + IntStream.rangeClosed(28, day)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(","))
            + ";BYSETPOS=-1";
  }

  private boolean onDays(Scan.Reading found) {
    List<DayOfWeek> days = new ArrayList<>();
    Pattern.compile(vocabulary.anyWeekday())
        .matcher(found.group(2))
        .results()
        .map(day -> vocabulary.weekday(day.group()))
        .filter(day -> !days.contains(day))
        .forEach(days::add);
    LocalDate first =
        days.stream()
            .map(day -> moment.today().with(java.time.temporal.TemporalAdjusters.nextOrSame(day)))
            .min(Comparator.naturalOrder())
            .orElseThrow();
    String byDay =
        days.stream()
            .sorted()
            .map(day -> day.name().substring(0, 2))
            .collect(Collectors.joining(","));
    return repeats(
        found,
        "FREQ=WEEKLY" + (found.group(1).isEmpty() ? "" : ";INTERVAL=2") + ";BYDAY=" + byDay,
        first);
  }

  private boolean everyN(Scan.Reading found) {
    int interval = vocabulary.number(found.group(1));
    String frequency = FREQUENCIES.get(vocabulary.unitOf(found.group(2)));
    String rule = "FREQ=" + frequency + (interval == 1 ? "" : ";INTERVAL=" + interval);
    return interval > 0 && every(found, rule, vocabulary.unitOf(found.group(2)), interval);
  }

  private boolean everyUnit(Scan.Reading found) {
    int unit = vocabulary.unitOf(found.group(2));
    return every(
        found,
        "FREQ=" + FREQUENCIES.get(unit) + (found.has(1) ? ";INTERVAL=2" : ""),
        unit,
        found.has(1) ? 2 : 1);
  }

  /** Minutes and hours count from now; days and more from today. */
  private boolean every(Scan.Reading found, String rule, int unit, int interval) {
    if (unit == 0) {
      moment.exact = moment.now.plusMinutes(interval).toInstant();
    } else if (unit == 1) {
      moment.exact = moment.now.plusHours(interval).toInstant();
    }
    return repeats(found, rule, moment.today());
  }

  private LocalDate nextWorkday() {
    LocalDate day = moment.today();
    while (day.getDayOfWeek().getValue() > 5) {
      day = day.plusDays(1);
    }
    return day;
  }
}
