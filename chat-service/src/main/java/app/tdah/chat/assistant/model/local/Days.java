package app.tdah.chat.assistant.model.local;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Days and times as people say them. */
record Days(Phrases phrases, ZonedDateTime now) {

  /** Such as "tomorrow at 5 pm"; with a day alone "tomorrow"; null when it has neither. */
  @Nullable String when(@Nullable LocalDateTime at, @Nullable LocalDate on) {
    if (at != null) {
      return phrases.at().formatted(day(at.toLocalDate()), time(at));
    }
    return on == null ? null : day(on);
  }

  /** Such as "tomorrow" or "on Friday, November 27". */
  String day(LocalDate day) {
    LocalDate today = now.toLocalDate();
    if (day.equals(today)) {
      return phrases.today();
    }
    return day.equals(today.plusDays(1))
        ? phrases.tomorrow()
        : phrases.onDay().formatted(format(phrases.datePattern()).format(day));
  }

  /** Such as "5 pm" or "17:30". */
  String time(LocalDateTime at) {
    return format(phrases.timePattern())
        .format(at)
        .replace(":00 ", " ")
        .replace("AM", "am")
        .replace("PM", "pm");
  }

  private DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, phrases.locale());
  }

  /** With a capital letter, as a line begins. */
  String title(LocalDate day) {
    String text = day(day);
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
