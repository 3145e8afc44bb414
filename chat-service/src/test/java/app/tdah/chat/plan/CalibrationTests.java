package app.tdah.chat.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CalibrationTests {

  @Test
  void withoutSamplesTheEstimateStands() {
    Calibration none = Calibration.of(List.of());
    assertThat(none.factor()).isEqualTo(1);
    assertThat(none.minutes(37, List.of("home"))).isEqualTo(35);
    assertThat(none.minutes(7, List.of())).isEqualTo(7);
    assertThat(Calibration.of(times(2, 10, 30, "x")).factor()).isEqualTo(1);
  }

  @Test
  void aLittleEvidenceMovesALittleAndMuchMovesAll() {
    double few = Calibration.of(times(3, 30, 60, "x")).factor();
    double many = Calibration.of(times(60, 30, 60, "x")).factor();
    assertThat(few).isBetween(1.2, 1.6);
    assertThat(many).isCloseTo(2, within(0.1));
  }

  @Test
  void oneLostAfternoonMovesNothing() {
    List<Sample> samples = new ArrayList<>(times(20, 30, 30, "x"));
    samples.addAll(times(1, 30, 3000, "x"));
    assertThat(Calibration.of(samples).factor()).isEqualTo(1);
  }

  @Test
  void tagsAndSizesLearnForThemselves() {
    List<Sample> samples = new ArrayList<>(times(20, 10, 10, "calls"));
    samples.addAll(times(20, 120, 360, "writing"));
    Calibration calibration = Calibration.of(samples);
    assertThat(calibration.samples()).isEqualTo(40);
    assertThat(calibration.byTag())
        .extracting(Calibration.ByTag::tag)
        .containsExactlyInAnyOrder("calls", "writing");
    assertThat(calibration.bySize())
        .extracting(Calibration.BySize::size)
        .containsExactly("SHORT", "LONG");
    assertThat(calibration.minutes(10, List.of("calls"))).isBetween(9, 12);
    assertThat(calibration.minutes(100, List.of("writing"))).isGreaterThan(200);
  }

  @Test
  void theOrderOfSamplesDoesNotMatter() {
    List<Sample> samples = new ArrayList<>(times(5, 10, 20, "a"));
    samples.addAll(times(7, 60, 45, "b"));
    Calibration one = Calibration.of(samples);
    Collections.reverse(samples);
    assertThat(Calibration.of(samples).factor()).isEqualTo(one.factor());
  }

  private static List<Sample> times(int count, int estimate, int actual, String tag) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Sample(estimate, actual, List.of(tag)))
        .toList();
  }
}
