package app.tdah.chat.language;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words about time as arguments of tools. */
final class Times {

  private static final int WEEK = 7;
  private static final Map<Language, Pattern> HALF =
      Map.of(
          Language.EN, Pattern.compile("half an hour|half hour"),
          Language.ES, Pattern.compile("media hora"),
          Language.PT, Pattern.compile("meia hora"));
  private static final Pattern AND_A_HALF =
      Pattern.compile(
          " (?:and a half|y media|e meia)$|(?<=one|two|three|\\d) and a half(?= hours?)");
  private static final Pattern ABOUT =
      Pattern.compile(
          "^(?:about|around|roughly|like|for|another|only|just|some|unos|unas|como|solo|otros|otras|casi"
              + "|uns|umas|cerca de|so|mais|durante|por) ");
  private static final Pattern CLOCKED = Pattern.compile("(\\d{1,2})h(\\d{1,2})?(?:m|min)?");

  private Times() {}

  /** A moment as the user's clock shows it; a day alone for what takes a day. */
  static boolean moment(String words, Filling filling) {
    Context context = filling.context();
    QuickAddResult read = QuickAdd.parse(Folded.of(words), context.language(), context.now());
    if (read.dueAt() != null) {
      return filling.put("when", local(read.dueAt().atZone(context.now().getZone())));
    }
    LocalDate day = read.dueDate();
    if (day == null) {
      return false;
    }
    boolean whole = filling.rule().name().equals("create_calendar_event");
    return filling.put("when", whole ? day.toString() : local(Mornings.of(day, context.now())));
  }

  /** So many minutes from now. */
  static boolean later(String words, Filling filling) {
    return minutes(words, filling.context().language())
        .filter(minutes -> filling.put("when", local(filling.context().now().plusMinutes(minutes))))
        .isPresent();
  }

  static String local(ZonedDateTime moment) {
    return moment.toLocalDateTime().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  static boolean days(String words, Filling filling) {
    Context context = filling.context();
    Moment moment = new Moment(context.now());
    Folded folded = Folded.of(words);
    QuickAdd.times(folded, context.language(), moment);
    LocalDate day = moment.date == null ? context.now().toLocalDate() : moment.date;
    boolean week = folded.folded().matches(".*\\b(?:week|semana)\\b.*");
    boolean weekend =
        folded.folded().matches(".*\\b(?:weekend|fin de semana|finde|fim de semana|fds)\\b.*");
    filling.put("from", day.toString());
    return filling.put("to", day.plusDays(weekend ? 1 : week ? WEEK - 1 : 0).toString());
  }

  /** The days that a rule names: today, {@code tomorrow} or the {@code week} from today on. */
  static void span(String name, Filling filling) {
    LocalDate today = filling.context().now().toLocalDate();
    LocalDate from = name.equals("tomorrow") ? today.plusDays(1) : today;
    filling.put("from", from.toString());
    filling.put("to", from.plusDays(name.equals("week") ? WEEK - 1 : 0).toString());
  }

  static boolean minutes(String words, Filling filling) {
    return minutes(words, filling.context().language())
        .filter(minutes -> filling.put("minutes", minutes))
        .isPresent();
  }

  static boolean estimate(String words, Filling filling) {
    return minutes(words, filling.context().language())
        .filter(minutes -> filling.change("~" + minutes + "m"))
        .isPresent();
  }

  /** A span in minutes, such as "an hour and a half", "1h30" or "20". */
  static Optional<Integer> minutes(String words, Language language) {
    String span = ABOUT.matcher(Folded.of(Wording.plain(words)).folded()).replaceFirst("");
    if (language.from(HALF).matcher(span).matches()) {
      return Optional.of(30);
    }
    Matcher clocked = CLOCKED.matcher(span.replace(" ", ""));
    if (clocked.matches()) {
      int minutes = clocked.group(2) == null ? 0 : Integer.parseInt(clocked.group(2));
      return positive(60 * Integer.parseInt(clocked.group(1)) + minutes);
    }
    boolean half = AND_A_HALF.matcher(span).find();
    return amount(AND_A_HALF.matcher(span).replaceAll(""), language, half ? 30 : 0);
  }

  private static Optional<Integer> amount(String span, Language language, int more) {
    Vocabulary vocabulary = Vocabulary.of(language);
    Matcher amount =
        Scan.pattern(
                "("
                    + vocabulary.anyNumber()
                    + "|\\d{1,4})(?: (?:more|mas|mais))?(?: ?("
                    + vocabulary.unit(0)
                    + ")| ?("
                    + vocabulary.unit(1)
                    + "))?(?: (?:more|mas|mais))?")
            .matcher(span);
    if (!amount.matches()) {
      return Optional.empty();
    }
    int number = vocabulary.number(amount.group(1));
    return positive(amount.group(3) == null ? number : 60 * number + more);
  }

  private static Optional<Integer> positive(int minutes) {
    return minutes > 0 && minutes < 10_000 ? Optional.of(minutes) : Optional.empty();
  }

  /** The same day at another time, when words name only a time. */
  static String corrected(String words, Context context, LocalDateTime before) {
    Moment moment = new Moment(context.now());
    QuickAdd.times(Folded.of(words), context.language(), moment);
    if (moment.exact == null
        && moment.date == null
        && before.isAfter(context.now().toLocalDateTime())) {
      moment.on(before.toLocalDate());
    } else if (moment.exact == null && moment.time == null && moment.dayPart == null) {
      moment.time = before.toLocalTime();
    }
    return Optional.ofNullable(moment.dueAt())
        .map(due -> local(due.atZone(context.now().getZone())))
        .orElseGet(before::toString);
  }
}
