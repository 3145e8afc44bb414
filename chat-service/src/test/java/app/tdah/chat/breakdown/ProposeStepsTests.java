package app.tdah.chat.breakdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class ProposeStepsTests {

  private static final Locale SPANISH = Locale.of("es");

  @Test
  void aModelsGoodAnswerIsTaken() {
    List<ProposedStep> good = List.of(new ProposedStep("Levántate", 1), new ProposedStep("Ve", 5));
    assertThat(with(question -> good).ofTask("dishes", 3, SPANISH)).isEqualTo(good);
  }

  @Test
  void theLibraryStandsInForABadAnswer() {
    List<List<ProposedStep>> bad =
        List.of(
            List.of(),
            List.of(new ProposedStep("only one", 1)),
            List.of(new ProposedStep("too long to begin with", 60), new ProposedStep("b", 1)),
            List.of(new ProposedStep("a", 1), new ProposedStep(" ", 1)),
            List.of(new ProposedStep("a", 1), new ProposedStep("no time", 0)),
            List.of(new ProposedStep("a", 1), new ProposedStep("line\nbreak", 5)));
    for (List<ProposedStep> answer : bad) {
      assertThat(with(question -> answer).ofTask("dishes", 3, SPANISH).getFirst().title())
          .startsWith("Ve al fregadero");
    }
  }

  @Test
  void theUnknownIsBrokenDownTooAndKeepsItsName() {
    assertThat(without().ofTask("xyzzy", 3, Locale.ENGLISH)).hasSize(4);
    assertThat(without().ofTask("xyzzy", 3, Locale.ENGLISH).getFirst().title()).endsWith("xyzzy");
  }

  @Test
  void theUnknownBeginsWithTwoMinutes() {
    assertThat(without().toBegin("xyzzy", Locale.ENGLISH))
        .containsExactly(new ProposedStep("Only two minutes: xyzzy", 2));
    assertThat(without().toBegin("dishes", Locale.ENGLISH)).hasSizeGreaterThan(2);
  }

  @Test
  void partsOfAStepAddUpAndEndSomewhere() {
    List<ProposedStep> parts = without().ofStep("write", "essay", 25, Locale.ENGLISH);
    assertThat(parts.stream().mapToInt(ProposedStep::minutes).sum()).isEqualTo(25);
    assertThat(parts.getFirst().minutes()).isEqualTo(2);
    ProposedStep first = parts.getFirst();
    assertThat(without().ofStep(first.title(), "essay", 2, Locale.ENGLISH))
        .containsExactly(new ProposedStep("Just one minute: write", 1));
    assertThat(without().ofStep("write", "essay", 1, Locale.ENGLISH)).isEmpty();
  }

  private static ProposeSteps without() {
    return new ProposeSteps(
        new PatternLibrary(), new StaticListableBeanFactory().getBeanProvider(StepModel.class));
  }

  private static ProposeSteps with(StepModel model) {
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    beans.addBean("model", model);
    return new ProposeSteps(new PatternLibrary(), beans.getBeanProvider(StepModel.class));
  }
}
