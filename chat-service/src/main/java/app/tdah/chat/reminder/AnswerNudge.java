package app.tdah.chat.reminder;

import app.tdah.chat.person.People;
import app.tdah.chat.reminder.NudgeRows.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes one word as the answer to the reminder that was told last. */
@Service
public class AnswerNudge {

  private final NudgeRows nudges;
  private final Reminders reminders;
  private final SettleReminder settle;
  private final ObjectProvider<SmallerTask> smaller;
  private final People people;
  private final NudgeProperties properties;

  AnswerNudge(
      NudgeRows nudges,
      Reminders reminders,
      SettleReminder settle,
      ObjectProvider<SmallerTask> smaller,
      People people,
      NudgeProperties properties) {
    this.nudges = nudges;
    this.reminders = reminders;
    this.settle = settle;
    this.smaller = smaller;
    this.people = people;
    this.properties = properties;
  }

  /** Whether a text could be such an answer. */
  public static boolean mayBe(String text) {
    return NudgeAnswer.read(text).isPresent();
  }

  /**
   * Does what the word says, as part of the current transaction.
   *
   * @param saidAt a reminder that was told later is not meant
   * @return what to say to the user; empty when it answers no reminder
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<String> answer(UUID userId, String text, Instant saidAt) {
    return NudgeAnswer.read(text)
        .flatMap(answer ->
            nudges
                .last(userId, saidAt.minus(properties.answerable()), saidAt)
                .map(nudge -> NudgeReply.of(people.localeOf(userId)).format(act(answer, nudge))));
  }

  private NudgeReply.Outcome act(NudgeAnswer answer, Waiting nudge) {
    UUID user = nudge.userId();
    UUID id = nudge.reminderId();
    return switch (answer.kind()) {
      case DONE -> outcome("done", settle.done(user, id));
      case SKIP -> outcome("skip", settle.skip(user, id));
      case SNOOZE -> snooze(user, id, answer.minutes());
      case LATER -> snooze(user, id, properties.laterMinutes());
      case SMALLER -> smaller(user, id);
    };
  }

  private NudgeReply.Outcome snooze(UUID user, UUID id, int minutes) {
    ReminderView reminder = settle.snooze(user, id, Duration.ofMinutes(minutes));
    return new NudgeReply.Outcome("snooze", reminder.text(), Integer.toString(minutes));
  }

  private NudgeReply.Outcome smaller(UUID user, UUID id) {
    ReminderView reminder = reminders.get(user, id);
    SmallerTask shrink = smaller.getIfAvailable();
    UUID task = reminder.taskId();
    settle.acknowledge(id, "SMALLER");
    if (shrink == null || task == null || !settle.isTaskActive(user, task)) {
      return outcome("tiny", reminder);
    }
    return new NudgeReply.Outcome("smaller", reminder.text(), shrink.smaller(user, task));
  }

  private static NudgeReply.Outcome outcome(String key, ReminderView reminder) {
    return new NudgeReply.Outcome(key, reminder.text(), "");
  }
}
