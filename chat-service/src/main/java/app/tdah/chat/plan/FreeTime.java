package app.tdah.chat.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is left of a day; it shrinks as things are put into it. */
final class FreeTime {

  private record Gap(Instant from, Instant to) {

    boolean holds(Duration length) {
      return !from.plus(length).isAfter(to);
    }
  }

  private List<Gap> gaps = new ArrayList<>();

  FreeTime(Instant from, Instant to) {
    if (from.isBefore(to)) {
      gaps.add(new Gap(from, to));
    }
  }

  /** Takes time away. */
  void without(Instant from, Instant to) {
    List<Gap> left = new ArrayList<>();
    for (Gap gap : gaps) {
      if (!from.isBefore(gap.to) || !to.isAfter(gap.from)) {
        left.add(gap);
        continue;
      }
      if (gap.from.isBefore(from)) {
        left.add(new Gap(gap.from, from));
      }
      if (to.isBefore(gap.to)) {
        left.add(new Gap(to, gap.to));
      }
    }
    gaps = left;
  }

  /** The first moment from which there is so much time. */
  Optional<Instant> first(Duration length) {
    return gaps.stream().filter(gap -> gap.holds(length)).map(Gap::from).findFirst();
  }

  int minutes() {
    return (int)
        gaps.stream().mapToLong(gap -> Duration.between(gap.from, gap.to).toMinutes()).sum();
  }
}
