package app.tdah.chat.language;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;

/** Reads what to be reminded of and when from one stretch of words. */
final class ReminderWords {

  private ReminderWords() {}

  static boolean read(String words, Filling filling) {
    Context context = filling.context();
    QuickAddResult read =
        QuickAdd.parse(Folded.of(words.strip()), context.language(), context.now());
    Optional<Instant> due = due(read, context.now());
    boolean onlyTime =
        due.isPresent() && QuickAdd.isOnlyTime(Folded.of(words), context.language(), context.now());
    if (!onlyTime) {
      filling.put("text", Wording.plain(read.title()));
    }
    due.ifPresent(moment -> filling.put("dueAt", moment.toString()));
    if (due.isPresent() && read.recurrence() != null) {
      filling.put("recurrence", read.recurrence());
    }
    return true;
  }

  /** When it is due; a day alone means its morning. */
  static Optional<Instant> due(QuickAddResult read, ZonedDateTime now) {
    return Optional.ofNullable(read.dueAt())
        .or(() ->
            Optional.ofNullable(read.dueDate()).map(day -> Mornings.of(day, now).toInstant()));
  }
}
