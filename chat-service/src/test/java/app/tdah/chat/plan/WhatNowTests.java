package app.tdah.chat.plan;

import static app.tdah.chat.plan.TestCandidates.NOON;
import static app.tdah.chat.plan.TestCandidates.task;
import static org.assertj.core.api.Assertions.assertThat;

import app.tdah.chat.language.Energy;
import app.tdah.chat.language.Priority;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WhatNowTests {

  private static final ZonedDateTime NOW = NOON.atZone(ZoneOffset.UTC);
  private static final LocalDate TODAY = NOW.toLocalDate();
  private static final Calibration PLAIN = Calibration.of(List.of());

  @Test
  void whatIsDueSoonWinsOverEverythingElse() {
    TestCandidates due = task("due").dueAt(NOON.plus(Duration.ofHours(1))).priority(Priority.LOW);
    assertThat(
            chosen(
                free(),
                task("important").priority(Priority.HIGH),
                task("begun").doing(),
                task("old").dueDate(TODAY.minusDays(20)).postponed(9),
                due))
        .isEqualTo("due");
  }

  @Test
  void ofTwoThatAreAlikeTheDueOneWins() {
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      Priority priority = Priority.values()[random.nextInt(3)];
      Energy energy = Energy.values()[random.nextInt(3)];
      int minutes = 1 + random.nextInt(60);
      TestCandidates plain = task("plain").priority(priority).energy(energy).minutes(minutes);
      TestCandidates due =
          task("due")
              .priority(priority)
              .energy(energy)
              .minutes(minutes)
              .dueDate(TODAY.plusDays(random.nextInt(4) - 2));
      assertThat(chosen(with(Energy.MEDIUM, 60, null), plain, due)).isEqualTo("due");
    }
  }

  @Test
  void whatDoesNotFitIsNotChosenHoweverUrgent() {
    TestCandidates urgent =
        task("urgent").minutes(45).dueAt(NOON.plusSeconds(600)).priority(Priority.HIGH).doing();
    TestCandidates small = task("small").minutes(10).priority(Priority.LOW);
    assertThat(chosen(with(null, null, 30), urgent, small)).isEqualTo("small");
    assertThat(chosen(with(null, 30, null), urgent, small)).isEqualTo("small");
    assertThat(chosen(with(null, 60, 30), urgent, small)).isEqualTo("small");
    assertThat(chosen(with(null, 60, 90), urgent, small)).isEqualTo("urgent");
    assertThat(chosen(with(null, 5, null), urgent, small)).isNull();
  }

  @Test
  void whoTakesTwiceAsLongNeedsATwiceAsLongGap() {
    Calibration twice =
        Calibration.of(
            IntStream.range(0, 200).mapToObj(i -> new Sample(20, 40, List.of())).toList());
    TestCandidates task = task("task").minutes(20);
    assertThat(chosen(new Circumstances(NOW, null, null, 30, twice), task)).isNull();
    assertThat(chosen(new Circumstances(NOW, null, null, 45, twice), task)).isEqualTo("task");
  }

  @Test
  void energyDecidesBetweenEquals() {
    TestCandidates hard = task("hard").energy(Energy.HIGH);
    TestCandidates easy = task("easy").energy(Energy.LOW);
    assertThat(chosen(with(Energy.LOW, null, null), hard, easy)).isEqualTo("easy");
    assertThat(chosen(with(Energy.HIGH, null, null), hard, easy)).isEqualTo("hard");
  }

  @Test
  void postponingNeverTakesAnythingAway() {
    for (int times = 0; times < 30; times++) {
      TestCandidates postponed = task("postponed").postponed(times);
      TestCandidates fresh = task("fresh");
      assertThat(chosen(free(), postponed, fresh)).isEqualTo("postponed");
      assertThat(score(postponed)).isGreaterThanOrEqualTo(score(fresh));
    }
  }

  @Test
  void offersTheFirstOpenStepWhichIsDueWithItsTask() {
    TestCandidates whole = task("whole").dueDate(TODAY);
    TestCandidates first = task("first").below(whole);
    TestCandidates second = task("second").below(whole).priority(Priority.HIGH);
    assertThat(chosen(free(), whole, first, second, task("other"))).isEqualTo("first");
    assertThat(why(free(), whole, first, second)).isEqualTo("It is meant for today.");
  }

  @Test
  void whatIsPlannedForNowWinsAndForLaterWaits() {
    TestCandidates planned = task("planned").startAt(NOON.plusSeconds(300));
    TestCandidates later = task("later").startAt(NOON.plus(Duration.ofHours(4)));
    assertThat(chosen(free(), task("other"), planned, later)).isEqualTo("planned");
    assertThat(chosen(free(), later, task("other"))).isEqualTo("other");
    assertThat(chosen(free(), task("x").startAt(NOON.plus(Duration.ofDays(2))))).isNull();
  }

  @Test
  void theOrderOfTheListDoesNotMatter() {
    List<TestCandidates> tasks =
        new ArrayList<>(IntStream.range(0, 8).mapToObj(i -> task("task " + i)).toList());
    String once = chosen(free(), tasks.toArray(TestCandidates[]::new));
    Collections.shuffle(tasks, new Random(3));
    assertThat(chosen(free(), tasks.toArray(TestCandidates[]::new))).isEqualTo(once);
  }

  @Test
  void saysWhyInOneLineAndPartsAddUp() {
    TestCandidates task = task("task").minutes(20);
    assertThat(why(with(null, null, 25), task))
        .isEqualTo("It fits in the 25 minutes before your next appointment.");
    assertThat(why(with(null, 25, null), task)).isEqualTo("It fits in the 25 minutes you have.");
    assertThat(why(free(), task("x").priority(Priority.HIGH)))
        .isEqualTo("You marked it as important.");
    for (Reason reason : Reason.values()) {
      assertThat(List.of("en", "es", "pt"))
          .extracting(language -> reason.in(language, 5))
          .doesNotHaveDuplicates()
          .noneMatch(line -> line.contains("%") || line.contains("\n"));
    }
    Score score = new Score(candidates(task).getFirst(), with(Energy.LOW, 25, null));
    assertThat(score.parts().stream().mapToDouble(part -> part.points()).sum())
        .isEqualTo(score.sum());
  }

  private static double score(TestCandidates task) {
    return new Score(candidates(task).getFirst(), free()).sum();
  }

  private static String chosen(Circumstances given, TestCandidates... tasks) {
    return WhatNow.best(candidates(tasks), given).map(best -> best.task().title()).orElse(null);
  }

  private static String why(Circumstances given, TestCandidates... tasks) {
    Candidate best = WhatNow.best(candidates(tasks), given).orElseThrow();
    return new Score(best, given).why("en");
  }

  private static List<Candidate> candidates(TestCandidates... tasks) {
    return Candidate.of(Arrays.stream(tasks).map(TestCandidates::offered).toList());
  }

  private static Circumstances free() {
    return with(null, null, null);
  }

  private static Circumstances with(Energy energy, Integer minutes, Integer gap) {
    return new Circumstances(NOW, energy, minutes, gap, PLAIN);
  }
}
