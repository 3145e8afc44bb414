package app.tdah.chat.routine;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A day of the week as recurrence rules write it (RFC 5545). */
public enum Weekday {
  MO,
  TU,
  WE,
  TH,
  FR,
  SA,
  SU;

  static Weekday of(LocalDate day) {
    return values()[day.getDayOfWeek().ordinal() - DayOfWeek.MONDAY.ordinal()];
  }

  static String joined(Collection<Weekday> days) {
    return days.stream().distinct().sorted().map(Enum::name).collect(Collectors.joining(","));
  }

  static Set<Weekday> split(String joined) {
    List<Weekday> days = Arrays.stream(joined.split(",")).map(Weekday::valueOf).toList();
    return EnumSet.copyOf(days);
  }
}
