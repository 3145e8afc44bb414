package app.tdah.chat.assistant.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class BestMatchTests {

  private static final List<String> TITLES =
      List.of("Comprar leche", "Buy milk and bread", "Buy milk", "Ligar para a mãe");

  @Test
  void findsByWordsWhateverTheirCaseAndAccents() {
    assertThat(BestMatch.of("MILK", TITLES, Function.identity())).contains("Buy milk");
    assertThat(BestMatch.of("the bread", TITLES, Function.identity()))
        .contains("Buy milk and bread");
    assertThat(BestMatch.of("ligar mae", TITLES, Function.identity())).contains("Ligar para a mãe");
  }

  @Test
  void doesNotGuess() {
    assertThat(BestMatch.of("walk the dog", TITLES, Function.identity())).isEmpty();
    assertThat(BestMatch.of("  ", TITLES, Function.identity())).isEmpty();
  }
}
