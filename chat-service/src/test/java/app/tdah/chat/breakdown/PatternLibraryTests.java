package app.tdah.chat.breakdown;

import static org.assertj.core.api.Assertions.assertThat;

import app.tdah.chat.language.Language;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatternLibraryTests {

  private final PatternLibrary library = new PatternLibrary();

  @Test
  void knowsManyTasksInThreeLanguagesEachWithASmallFirstStep() {
    List<StepPattern> all = library.all().toList();
    assertThat(all).hasSizeGreaterThanOrEqualTo(40);
    assertThat(all).extracting(StepPattern::key).doesNotHaveDuplicates();
    for (StepPattern pattern : all) {
      assertThat(pattern.phrases()).as(pattern.key()).hasSizeGreaterThanOrEqualTo(3);
      assertThat(pattern.steps()).as(pattern.key()).hasSizeBetween(4, 8);
      assertThat(pattern.steps().getFirst().minutes()).as(pattern.key()).isLessThanOrEqualTo(2);
      for (Language language : Language.values()) {
        assertThat(pattern.in(language, "x"))
            .as(pattern.key())
            .allMatch(step -> !step.title().isBlank())
            .extracting(ProposedStep::title)
            .doesNotHaveDuplicates();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "do the dishes,dishes",
    "wash the dihses,dishes",
    "fregar los platos,dishes",
    "lavar a louca,dishes",
    "Clean the kitchen!,kitchen",
    "limpar o banheiro,bathroom",
    "limpiar el bano,bathroom",
    "do my taxs return,taxes",
    "hacer la declaracion de la renta,taxes",
    "study for the biology exam,exam",
    "estudar para a prova de história,exam",
    "prepare presentation for Monday,slides",
    "answer emails,inbox",
    "responder e-mails,inbox",
    "llamar al banco,phonecall",
    "renovar el pasaporte,passport",
    "go to the gym,workout",
    "marcar consulta médica,doctor",
    "pack the suitcase,packing",
    "fazer as compras da semana,groceries"
  })
  void findsByWordsWithSlipsAndWithoutAccents(String title, String key) {
    assertThat(library.find(title)).map(StepPattern::key).contains(key);
  }

  @ParameterizedTest
  @CsvSource({"xyzzy", "water the unicorn", "hablar con Ana", "plan", "42"})
  void leavesTheUnknownAlone(String title) {
    assertThat(library.find(title)).isEmpty();
  }

  @Test
  void everyGranularityTakesAsLongAndBeginsAlike() {
    library
        .all()
        .forEach(pattern -> {
          List<ProposedStep> whole = pattern.in(Language.EN, "");
          List<Integer> counts =
              IntStream.rangeClosed(1, 5).map(g -> cut(whole, g).size()).boxed().toList();
          assertThat(counts).as(pattern.key()).isSorted().startsWith(2);
          for (int granularity = 1; granularity <= 5; granularity++) {
            List<ProposedStep> cut = cut(whole, granularity);
            assertThat(cut.getFirst()).isEqualTo(whole.getFirst());
            assertThat(sum(cut)).as(pattern.key() + granularity).isEqualTo(sum(whole));
          }
        });
  }

  private static List<ProposedStep> cut(List<ProposedStep> steps, int granularity) {
    return Granularity.cut(steps, granularity, StepTitles.EN);
  }

  private static int sum(List<ProposedStep> steps) {
    return steps.stream().mapToInt(ProposedStep::minutes).sum();
  }
}
