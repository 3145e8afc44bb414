package app.tdah.chat.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * How much longer things take than a user thinks. Medians, which one lost afternoon does not move,
 * drawn towards what is known otherwise as long as there is little: a tag and a size towards all
 * tasks, all tasks towards the estimate itself.
 *
 * @param factor of all tasks; 1 with too few
 */
public record Calibration(double factor, int samples, List<ByTag> byTag, List<BySize> bySize) {

  private static final int FEWEST = 3;

  /** As if there were so many samples more that say what is known otherwise. */
  private static final double PRIOR = 3;

  private static final int EXACT_UP_TO = 10;

  /** Of tasks with a tag. */
  public record ByTag(String tag, double factor, int samples) {}

  /**
   * Of tasks that were thought to take long or not.
   *
   * @param size {@code SHORT} (up to 15 minutes), {@code MEDIUM} (up to 60) or {@code LONG}
   */
  public record BySize(String size, double factor, int samples) {}

  static Calibration of(List<Sample> samples) {
    double all = factor(samples, 1);
    TreeSet<String> tags = new TreeSet<>();
    samples.forEach(sample -> tags.addAll(sample.tags()));
    List<ByTag> byTag =
        tags.stream()
            .map(
                tag -> tag(tag, samples.stream().filter(s -> s.tags().contains(tag)).toList(), all))
            .filter(tag -> tag.samples() >= FEWEST)
            .sorted(Comparator.comparing(ByTag::samples).reversed())
            .toList();
    List<BySize> bySize =
        Stream.of(TaskSize.values())
            .map(size -> size(size, samples.stream().filter(s -> s.size() == size).toList(), all))
            .filter(size -> size.samples() >= FEWEST)
            .toList();
    return new Calibration(rounded(all), samples.size(), byTag, bySize);
  }

  private static ByTag tag(String tag, List<Sample> of, double all) {
    return new ByTag(tag, rounded(factor(of, all)), of.size());
  }

  private static BySize size(TaskSize size, List<Sample> of, double all) {
    return new BySize(size.name(), rounded(factor(of, all)), of.size());
  }

  private static double factor(List<Sample> samples, double otherwise) {
    if (samples.size() < FEWEST) {
      return otherwise;
    }
    double known = samples.size() * median(samples) + PRIOR * Math.log(otherwise);
    return Math.exp(known / (samples.size() + PRIOR));
  }

  private static double median(List<Sample> samples) {
    double[] sorted = samples.stream().mapToDouble(Sample::logRatio).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private static double rounded(double factor) {
    return Math.round(factor * 100) / 100.0;
  }

  /** How long a task will take this user. */
  int minutes(int estimate, List<String> tags) {
    double likely = Math.max(1, estimate * factorFor(estimate, tags));
    return likely <= EXACT_UP_TO ? (int) Math.round(likely) : (int) Math.round(likely / 5) * 5;
  }

  private double factorFor(int estimate, List<String> tags) {
    List<Double> known = new ArrayList<>();
    OptionalDouble ofTags =
        byTag.stream()
            .filter(each -> tags.contains(each.tag()))
            .mapToDouble(ByTag::factor)
            .map(Math::log)
            .average();
    ofTags.ifPresent(known::add);
    bySize.stream()
        .filter(size -> Objects.equals(size.size(), TaskSize.of(estimate).name()))
        .forEach(size -> known.add(Math.log(size.factor())));
    return known.isEmpty()
        ? factor
        : Math.exp(known.stream().mapToDouble(Double::doubleValue).average().orElseThrow());
  }
}
