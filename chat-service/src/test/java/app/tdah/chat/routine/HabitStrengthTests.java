package app.tdah.chat.routine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HabitStrengthTests {

  private static final LocalDate FIRST = LocalDate.parse("2026-01-05"); // a Monday
  private static final RoutinePlan DAILY = on(EnumSet.allOf(Weekday.class));

  @Test
  void growsWithEveryDayAndStaysBelowOne() {
    Map<LocalDate, Double> shares = new HashMap<>();
    double before = 0;
    for (int day = 0; day < 200; day++) {
      LocalDate today = FIRST.plusDays(day);
      shares.put(today, 1.0);
      double strength = HabitStrength.of(DAILY, shares, FIRST, today);
      assertThat(strength).isBetween(before, 1.0);
      before = strength;
    }
    assertThat(before).isGreaterThan(0.99);
  }

  @Test
  void oneMissedDayLowersItGentlyAndTheNextOneMendsIt() {
    Map<LocalDate, Double> shares = everyDay(30);
    LocalDate last = FIRST.plusDays(29);
    double strong = HabitStrength.of(DAILY, shares, FIRST, last);
    double missed = HabitStrength.of(DAILY, shares, FIRST, last.plusDays(2));
    assertThat(missed).isBetween(strong * 0.9, strong - 0.001);
    shares.put(last.plusDays(2), 1.0);
    assertThat(HabitStrength.of(DAILY, shares, FIRST, last.plusDays(2))).isGreaterThan(missed);
  }

  @Test
  void todayIsNotMissedYetAndOtherDaysDoNotCount() {
    Map<LocalDate, Double> shares = everyDay(30);
    LocalDate last = FIRST.plusDays(29);
    double strong = HabitStrength.of(DAILY, shares, FIRST, last);
    assertThat(HabitStrength.of(DAILY, shares, FIRST, last.plusDays(1))).isEqualTo(strong);
    RoutinePlan mondays = on(EnumSet.of(Weekday.MO));
    Map<LocalDate, Double> monday = Map.of(FIRST, 1.0);
    assertThat(HabitStrength.of(mondays, monday, FIRST, FIRST.plusDays(7)))
        .isEqualTo(HabitStrength.of(mondays, monday, FIRST, FIRST));
  }

  @Test
  void halfOfItIsMoreThanNothing() {
    double half = HabitStrength.of(DAILY, Map.of(FIRST, 0.5), FIRST, FIRST);
    double whole = HabitStrength.of(DAILY, Map.of(FIRST, 1.0), FIRST, FIRST);
    assertThat(half).isPositive().isLessThan(whole);
  }

  private static Map<LocalDate, Double> everyDay(int days) {
    Map<LocalDate, Double> shares = new HashMap<>();
    for (int day = 0; day < days; day++) {
      shares.put(FIRST.plusDays(day), 1.0);
    }
    return shares;
  }

  private static RoutinePlan on(Set<Weekday> days) {
    return new RoutinePlan("x", days, null, false, List.of());
  }
}
