package app.tdah.chat.assistant.tools;

import app.tdah.chat.language.QuickAdd;
import app.tdah.chat.language.QuickAddResult;
import app.tdah.chat.routine.Weekday;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The days and the time of a routine, read from words; every day when they name none.
 *
 * @param time null when they name none
 */
record RoutineTimes(Set<Weekday> days, @Nullable LocalTime time) {

  private static final Pattern DAYS =
      Pattern.compile("BYDAY=((?:MO|TU|WE|TH|FR|SA|SU)(?:,\\w{2})*)");

  static RoutineTimes read(@Nullable String when, ToolScope scope) {
    if (when == null || when.isBlank()) {
      return new RoutineTimes(EnumSet.allOf(Weekday.class), null);
    }
    QuickAddResult read = QuickAdd.parse("x " + when, scope.locale(), scope.now());
    LocalTime time =
        read.dueAt() == null ? null : read.dueAt().atZone(scope.now().getZone()).toLocalTime();
    return new RoutineTimes(days(read.recurrence()), time);
  }

  private static Set<Weekday> days(@Nullable String recurrence) {
    Matcher days = DAYS.matcher(recurrence == null ? "" : recurrence);
    return days.find()
        ? Arrays.stream(days.group(1).split(",")).map(Weekday::valueOf).collect(Collectors.toSet())
        : EnumSet.allOf(Weekday.class);
  }
}
