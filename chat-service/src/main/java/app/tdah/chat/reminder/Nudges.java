package app.tdah.chat.reminder;

import app.tdah.chat.reminder.NudgeRows.Waiting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ladder: push and the app first, then a text message, then once more by all that the user has.
 * Any answer ends it. Repetitions wait for the end of the quiet hours, which the moment that the
 * user chose does not.
 */
@Component
class Nudges {

  private static final int BATCH = 100;
  private static final String SILENT = "IN_APP";
  private static final List<String> RUNGS = List.of("PUSH,IN_APP", "SMS");

  private final NudgeRows rows;
  private final ReminderRepository reminders;
  private final TellReminder tell;
  private final QuietHours quiet;
  private final NudgeProperties properties;
  private final Clock clock;

  Nudges(
      NudgeRows rows,
      ReminderRepository reminders,
      TellReminder tell,
      QuietHours quiet,
      NudgeProperties properties,
      Clock clock) {
    this.rows = rows;
    this.reminders = reminders;
    this.tell = tell;
    this.quiet = quiet;
    this.properties = properties;
    this.clock = clock;
  }

  /** Tells a reminder for the first time. */
  @Transactional(propagation = Propagation.MANDATORY)
  void begin(Reminder reminder, Instant moment) {
    Optional<Instant> quietUntil = lateInQuietHours(reminder.userId(), moment);
    rows.open(
        reminder.userId(),
        reminder.getId(),
        moment,
        quietUntil.isPresent() ? quietUntil.get() : next(0));
    tell.tell(reminder, moment, 0, quietUntil.isPresent() ? SILENT : channels(reminder, 0));
  }

  /** Nobody asked to be woken at the moment at which we came back from a downtime. */
  private Optional<Instant> lateInQuietHours(UUID user, Instant moment) {
    return tell.isLate(moment) && quiet.endOf(user, moment).isEmpty()
        ? quiet.endOf(user)
        : Optional.empty();
  }

  /** Tells again what waits for an answer; returns how much there was. */
  @Transactional
  int repeat() {
    List<Waiting> due = rows.lockDue(BATCH);
    due.forEach(this::repeat);
    return due.size();
  }

  private void repeat(Waiting nudge) {
    Optional<Instant> quietUntil = quiet.endOf(nudge.userId());
    if (quietUntil.isPresent()) {
      rows.postpone(nudge.id(), quietUntil.get());
      return;
    }
    int rung = nudge.rung() + 1;
    rows.toldAgain(nudge.id(), next(rung));
    reminders
        .findById(nudge.reminderId())
        .ifPresent(reminder -> tell.tell(reminder, nudge.moment(), rung, channels(reminder, rung)));
  }

  private @Nullable Instant next(int rung) {
    List<Duration> after = properties.after();
    return rung < after.size() ? clock.instant().plus(after.get(rung)) : null;
  }

  private static String channels(Reminder reminder, int rung) {
    String step = rung < RUNGS.size() ? RUNGS.get(rung) : "";
    return Objects.requireNonNullElse(reminder.channels(), step);
  }
}
