package app.tdah.chat.breakdown;

import app.tdah.chat.language.Language;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Knows the steps of a task: by the language model where there is one, else by the library. */
@Component
class ProposeSteps {

  private static final int MOST = 12;
  private static final int LONGEST_TITLE = 300;
  private static final int LONGEST_FIRST = 10;
  private static final int LONGEST = 8 * 60;
  private static final int UNKNOWN_MINUTES = 25;

  private final PatternLibrary library;
  private final ObjectProvider<StepModel> model;

  ProposeSteps(PatternLibrary library, ObjectProvider<StepModel> model) {
    this.library = library;
    this.model = model;
  }

  /** The steps of a whole task. */
  List<ProposedStep> ofTask(String title, int granularity, Locale locale) {
    return asked(new StepModel.Question(title, title, granularity, locale))
        .orElseGet(() -> {
          Language language = Language.of(locale);
          StepPattern pattern = library.find(title).orElse(library.any());
          return Granularity.cut(pattern.in(language, title), granularity, StepTitles.in(language));
        });
  }

  /** A task that has no steps yet, made easy to begin with. */
  List<ProposedStep> toBegin(String title, Locale locale) {
    if (library.find(title).isPresent() || model.getIfAvailable() != null) {
      return ofTask(title, Granularity.USUAL, locale);
    }
    StepTitles titles = StepTitles.in(Language.of(locale));
    return List.of(new ProposedStep(titles.twoMinutes(title), 2));
  }

  /** The parts of one step; empty when nothing is smaller. */
  List<ProposedStep> ofStep(String title, String whole, int minutes, Locale locale) {
    return minutes <= 2
        ? halves(title, minutes, locale)
        : asked(new StepModel.Question(title, whole, 2, locale))
            .orElseGet(() -> halves(title, minutes, locale));
  }

  static int minutes(@Nullable Integer estimate) {
    return estimate == null ? UNKNOWN_MINUTES : estimate;
  }

  private static List<ProposedStep> halves(String title, int minutes, Locale locale) {
    StepTitles titles = StepTitles.in(Language.of(locale));
    if (minutes <= 1) {
      return List.of();
    }
    if (minutes == 2) {
      return List.of(new ProposedStep(titles.oneMinute(title), 1));
    }
    ProposedStep first = new ProposedStep(titles.twoMinutes(title), 2);
    int left = minutes - 2;
    int half = left / 2;
    return half < 3
        ? List.of(first, new ProposedStep(titles.rest(title), left))
        : List.of(
            first,
            new ProposedStep(titles.firstHalf(title), half),
            new ProposedStep(titles.rest(title), left - half));
  }

  private Optional<List<ProposedStep>> asked(StepModel.Question question) {
    return Optional.ofNullable(model.getIfAvailable())
        .map(asked -> asked.propose(question))
        .filter(ProposeSteps::isUsable);
  }

  private static boolean isUsable(List<ProposedStep> steps) {
    return steps.size() >= 2
        && steps.size() <= MOST
        && steps.getFirst().minutes() <= LONGEST_FIRST
        && steps.stream().allMatch(ProposeSteps::isUsable);
  }

  private static boolean isUsable(ProposedStep step) {
    return !step.title().isBlank()
        && step.title().length() <= LONGEST_TITLE
        && step.title().chars().noneMatch(Character::isISOControl)
        && step.minutes() >= 1
        && step.minutes() <= LONGEST;
  }
}
