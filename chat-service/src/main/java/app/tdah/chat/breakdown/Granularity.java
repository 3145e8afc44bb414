package app.tdah.chat.breakdown;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How finely a task is cut, from 1 to 5. The first step always stays; time of a step that is left
 * out goes to the one before, so that the sum is the same at every granularity.
 */
final class Granularity {

  static final int USUAL = 3;
  static final int FINEST = 5;
  private static final int WORTH_HALVING = 10;

  private Granularity() {}

  static List<ProposedStep> cut(List<ProposedStep> steps, int granularity, StepTitles titles) {
    return granularity == FINEST ? halved(steps, titles) : merged(steps, granularity + 1);
  }

  private static List<ProposedStep> merged(List<ProposedStep> steps, int count) {
    List<Integer> longest =
        IntStream.range(1, steps.size())
            .boxed()
            .sorted(Comparator.comparing(i -> -steps.get(i).minutes()))
            .limit(count - 1L)
            .toList();
    List<ProposedStep> kept = new ArrayList<>(List.of(steps.getFirst()));
    int carried = 0;
    for (int i = 1; i < steps.size(); i++) {
      ProposedStep step = steps.get(i);
      if (longest.contains(i)) {
        kept.add(new ProposedStep(step.title(), step.minutes() + carried));
        carried = 0;
      } else if (kept.size() == 1) {
        // The first step stays small.
        carried += step.minutes();
      } else {
        ProposedStep last = kept.removeLast();
        kept.add(new ProposedStep(last.title(), last.minutes() + step.minutes()));
      }
    }
    return kept;
  }

  private static List<ProposedStep> halved(List<ProposedStep> steps, StepTitles titles) {
    List<ProposedStep> fine = new ArrayList<>();
    for (ProposedStep step : steps) {
      if (step.minutes() < WORTH_HALVING) {
        fine.add(step);
      } else {
        int half = (step.minutes() + 1) / 2;
        fine.add(new ProposedStep(titles.firstHalf(step.title()), half));
        fine.add(new ProposedStep(titles.rest(step.title()), step.minutes() - half));
      }
    }
    return fine;
  }
}
