package app.tdah.chat.plan;

import java.util.List;

/** A task that was done: what it was thought to take, and what it took. */
record Sample(int estimateMinutes, int actualMinutes, List<String> tags) {

  private static final double FARTHEST = 8;

  double logRatio() {
    double ratio = (double) actualMinutes / estimateMinutes;
    return Math.log(Math.clamp(ratio, 1 / FARTHEST, FARTHEST));
  }

  TaskSize size() {
    return TaskSize.of(estimateMinutes);
  }
}
