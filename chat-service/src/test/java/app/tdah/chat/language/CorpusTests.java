package app.tdah.chat.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the local model understands, measured on utterances in three languages. */
class CorpusTests {

  private static final ZonedDateTime NOW =
      ZonedDateTime.of(2026, 11, 25, 10, 0, 0, 0, ZoneId.of("America/Sao_Paulo"));
  private static final double DEVELOPED = 0.95;
  private static final double HELD_OUT = 0.88;

  @Test
  void understandsWhatItWasWrittenOnAndWhatItWasNot() {
    Score developed = Score.of("development", NOW);
    Score heldOut = Score.of("held-out", NOW);
    System.out.println("local model: " + developed + ", " + heldOut);
    assertThat(developed.share()).as(developed::wrong).isGreaterThanOrEqualTo(DEVELOPED);
    // Not which ones: who reads them would tune on them.
    assertThat(heldOut.share()).isGreaterThanOrEqualTo(HELD_OUT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "es", "pt"})
  void everyLanguageHasItsShare(String language) {
    List<Corpus.Example> developed = Corpus.of("development");
    List<Corpus.Example> heldOut = Corpus.of("held-out");
    long own =
        Stream.concat(developed.stream(), heldOut.stream())
            .filter(example -> example.language().equals(language))
            .count();
    assertThat(own).isGreaterThanOrEqualTo(200);
    assertThat(developed).doesNotContainAnyElementsOf(heldOut);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " ",
        "?",
        "...",
        "\u0000\u0002",
        "99999999999999999999 minutes",
        "remind me in 999 years",
        "snooze 99999999 hours",
        "the 45th one",
        "{IT} <title> [x]",
        "$1 \\1 (((",
        "🙂🙂🙂",
        "ſtart K̈ \u0130"
      })
  void anythingHasAnAnswer(String text) {
    for (String language : List.of("en", "es", "pt")) {
      assertThat(Interpreter.interpret(text, Locale.of(language), NOW)).isNotNull();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "es lo que ",
        "what is the next thing ",
        "e agora, ",
        "and and, ",
        "que tengo que "
      })
  void noMessageKeepsAThreadBusy(String part) {
    String text = part.repeat(590 / part.length());
    assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> Interpreter.interpret(text, Locale.of("es"), NOW));
  }
}
