package app.tdah.chat.routine;

import java.time.LocalDate;
import java.util.Map;

/**
 * How much of a habit a routine is, from 0 to 1: the share that was done, older days counting less
 * and less. There is no streak to lose; a missed day takes a fifteenth.
 */
final class HabitStrength {

  /** After so many days of a routine a day counts half. */
  private static final double HALF_LIFE = 10;

  private static final double KEPT = Math.pow(0.5, 1 / HALF_LIFE);

  private HabitStrength() {}

  /**
   * The strength today, which counts only once something was done: it is not missed yet.
   *
   * @param shares what was done on days, from 0 to 1
   * @param from the first day that counts
   */
  static double of(
      RoutinePlan plan, Map<LocalDate, Double> shares, LocalDate from, LocalDate today) {
    double strength = 0;
    for (LocalDate day = from; !day.isAfter(today); day = day.plusDays(1)) {
      double share = shares.getOrDefault(day, 0.0);
      boolean counts = share > 0 || plan.isOn(day) && day.isBefore(today);
      if (counts) {
        strength = strength * KEPT + share * (1 - KEPT);
      }
    }
    return Math.round(Math.clamp(strength, 0, 1) * 1000) / 1000.0;
  }
}
