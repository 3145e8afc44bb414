package app.tdah.chat.language;

import java.time.DayOfWeek;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The words of one language for days, months, numbers and spans, folded; and the phrases built from
 * them.
 */
final class Vocabulary {

  private static final Map<Language, Vocabulary> ALL =
      Map.of(
          Language.EN,
          new Vocabulary(
              "monday,mon tuesday,tue,tues wednesday,wed thursday,thu,thurs friday,fri saturday,sat sunday,sun",
              "january,jan february,feb march,mar april,apr may june,jun july,jul august,aug september,sep,sept"
                  + " october,oct november,nov december,dec",
              "a,an,one two three four five six seven eight nine ten eleven twelve",
              "minutes?,mins?,m hours?,hrs?,h days? weeks? months? years?"),
          Language.ES,
          new Vocabulary(
              "lunes martes miercoles jueves viernes sabado,sabados domingo,domingos",
              "enero febrero marzo abril mayo junio julio agosto septiembre,setiembre octubre noviembre diciembre",
              "un,una,uno dos tres cuatro cinco seis siete ocho nueve diez once doce",
              "minutos?,min,m horas?,h dias? semanas? mes,meses anos?"),
          Language.PT,
          new Vocabulary(
              "segunda-feira,segunda terca-feira,terca quarta-feira,quarta quinta-feira,quinta sexta-feira,sexta"
                  + " sabado,sabados domingo,domingos",
              "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro",
              "um,uma dois,duas tres quatro cinco seis sete oito nove dez onze doze",
              "minutos?,min,m horas?,h dias? semanas? mes,meses anos?"));

  private final Map<String, Integer> weekdays;
  private final Map<String, Integer> months;
  private final Map<String, Integer> numbers;
  private final List<String> units;

  private Vocabulary(String weekdays, String months, String numbers, String units) {
    this.weekdays = numbered(weekdays);
    this.months = numbered(months);
    this.numbers = numbered(numbers);
    this.units = List.of(units.replace(',', '|').split(" "));
  }

  static Vocabulary of(Language language) {
    return language.from(ALL);
  }

  private static Map<String, Integer> numbered(String groups) {
    Map<String, Integer> numbered = new LinkedHashMap<>();
    int number = 0;
    for (String group : groups.split(" ")) {
      number++;
      for (String word : group.split(",")) {
        numbered.put(word, number);
      }
    }
    return numbered;
  }

  /** Alternatives for a regular expression, longest first. */
  private static String any(Map<String, Integer> words) {
    return words.keySet().stream()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .collect(Collectors.joining("|"));
  }

  String anyWeekday() {
    return any(weekdays);
  }

  String anyMonth() {
    return any(months);
  }

  String anyNumber() {
    return "\\d{1,3}|" + any(numbers);
  }

  /** Numbers that can be an hour: an article is none. */
  String anyHour() {
    return any(numbers).replaceAll("(?<=^|\\|)(?:an|a)(?=\\||$)", "one");
  }

  /** The unit's words: 0 minutes, 1 hours, 2 days, 3 weeks, 4 months, 5 years. */
  String unit(int index) {
    return units.get(index);
  }

  String anyUnit() {
    return String.join("|", units);
  }

  int unitOf(String word) {
    for (int i = 0; i < units.size(); i++) {
      if (word.matches(units.get(i))) {
        return i;
      }
    }
    throw new IllegalArgumentException(word);
  }

  DayOfWeek weekday(String word) {
    return DayOfWeek.of(required(weekdays, word));
  }

  int month(String word) {
    return required(months, word);
  }

  int number(String word) {
    return word.chars().allMatch(Character::isDigit)
        ? Integer.parseInt(word)
        : required(numbers, word);
  }

  private static int required(Map<String, Integer> words, String word) {
    Integer number = words.get(word.toLowerCase(Locale.ROOT));
    if (number == null) {
      throw new IllegalArgumentException(word);
    }
    return number;
  }
}
