package app.tdah.chat.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Examples in three languages, on a Wednesday at ten in the morning. */
class LanguageTests {

  private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");
  private static final ZonedDateTime NOW = ZonedDateTime.of(2026, 11, 25, 10, 0, 0, 0, ZONE);

  @ParameterizedTest
  @CsvFileSource(
      resources = "quick-add.tsv",
      delimiter = '\t',
      encoding = "UTF-8",
      quoteCharacter = '\u0001')
  void quickAdd(String language, String text, String title, String due, String rule, String other) {
    QuickAddResult read = QuickAdd.parse(text, Locale.of(language), NOW);
    assertThat(read.title()).isEqualTo(title);
    assertThat(due(read)).isEqualTo(due);
    assertThat(read.recurrence() == null ? "-" : read.recurrence()).isEqualTo(rule);
    String marked =
        read.understood().stream()
            .filter(each -> !each.kind().matches("date|time|recurrence"))
            .map(each -> each.kind() + "=" + each.value())
            .sorted()
            .collect(Collectors.joining(","));
    String expected =
        other.equals("-")
            ? ""
            : java.util.Arrays.stream(other.split(",")).sorted().collect(Collectors.joining(","));
    assertThat(marked).isEqualTo(expected);
  }

  @Test
  void theTextsOwnLanguageWins() {
    assertThat(
            Corpus.describe(
                Interpreter.interpret(
                    "recuérdame llamar a mamá mañana a las 5", Locale.ENGLISH, NOW),
                NOW))
        .isEqualTo("create_reminder{text=llamar a mamá;dueAt=2026-11-26T17:00}");
  }

  @Test
  void aTimeThatTheClockSkipsMovesForward() {
    ZonedDateTime before = ZonedDateTime.of(2027, 3, 27, 10, 0, 0, 0, ZoneId.of("Europe/Madrid"));
    QuickAddResult read = QuickAdd.parse("llamar mañana a las 2:30 am", Locale.of("es"), before);
    assertThat(read.dueAt()).isEqualTo(Instant.parse("2027-03-28T01:30:00Z"));
  }

  private static String due(QuickAddResult read) {
    String due = end(read);
    return read.startAt() == null ? due : local(read.startAt()) + ".." + due;
  }

  private static String end(QuickAddResult read) {
    if (read.dueAt() != null) {
      return local(read.dueAt());
    }
    return read.dueDate() == null ? "-" : read.dueDate().toString();
  }

  private static String local(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZONE).toString();
  }
}
