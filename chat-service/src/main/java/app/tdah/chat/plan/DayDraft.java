package app.tdah.chat.plan;

import app.tdah.chat.plan.DayPlan.Block;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Blocks that are laid one after the other into what is free of a day. */
final class DayDraft {

  private static final int UNKNOWN_MINUTES = 25;

  private final Circumstances then;
  private final FreeTime free;
  private final PlanProperties properties;
  private final List<Block> blocks = new ArrayList<>();

  /**
   * An empty draft.
   *
   * @param then how the user stands when the day begins
   */
  DayDraft(Circumstances then, FreeTime free, PlanProperties properties) {
    this.then = then;
    this.free = free;
    this.properties = properties;
  }

  /** Lays what has its start on this day where it starts. */
  void layAccepted(List<Candidate> candidates) {
    LocalDate day = then.now().toLocalDate();
    for (Candidate candidate : candidates) {
      Instant start = candidate.task().startAt();
      if (start != null && LocalDate.ofInstant(start, then.now().getZone()).equals(day)) {
        lay(candidate, start, null);
      }
    }
  }

  /** Lays the best of the others into the first gaps that hold them, a few in all. */
  void layProposals(List<Candidate> candidates, String language) {
    for (Candidate candidate : ranked(candidates)) {
      if (blocks.size() < properties.blocks()) {
        String why = new Score(candidate, then).why(language);
        free.first(length(candidate)).ifPresent(start -> lay(candidate, start, why));
      }
    }
  }

  List<Block> blocks() {
    return blocks.stream().sorted(Comparator.comparing(Block::startAt)).toList();
  }

  /** The best first; without those that have a start on this day or later. */
  private List<Candidate> ranked(List<Candidate> candidates) {
    Instant midnight = then.now().truncatedTo(ChronoUnit.DAYS).toInstant();
    return candidates.stream()
        .filter(each -> each.startAt() == null || each.startAt().isBefore(midnight))
        .sorted(
            Comparator.<Candidate>comparingDouble(each -> -new Score(each, then).sum())
                .thenComparing(each -> each.task().id()))
        .toList();
  }

  private void lay(Candidate candidate, Instant start, @Nullable String why) {
    Duration length = length(candidate);
    Instant end = start.plus(length);
    blocks.add(new Block(candidate.task(), start, end, (int) length.toMinutes(), why == null, why));
    free.without(start.minus(properties.between()), end.plus(properties.between()));
  }

  private Duration length(Candidate candidate) {
    Integer likely = candidate.likelyMinutes(then.calibration());
    int minutes =
        likely == null
            ? then.calibration().minutes(UNKNOWN_MINUTES, candidate.task().tags())
            : likely;
    Duration length = Duration.ofMinutes(minutes);
    return length.compareTo(properties.longest()) > 0 ? properties.longest() : length;
  }
}
