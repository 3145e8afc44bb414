package app.tdah.chat.assistant.tools;

import app.tdah.chat.reminder.ReminderStatus;
import app.tdah.chat.reminder.ReminderView;
import app.tdah.chat.reminder.Reminders;
import app.tdah.chat.reminder.SettleReminder;
import app.tdah.defaults.web.ProblemException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.model.ToolContext;
import org.springframework.ai.tool.annotation.Tool;
import org.springframework.ai.tool.annotation.ToolParam;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Changes of reminders, which are found by some of their words. */
@Component
class ReminderChangeTools {

  private static final int SEARCHED = 200;

  private final Reminders reminders;
  private final SettleReminder settle;

  ReminderChangeTools(Reminders reminders, SettleReminder settle) {
    this.reminders = reminders;
    this.settle = settle;
  }

  @Tool(
      name = "snooze_reminder",
      description = "Reminds the user again later; without words the reminder that was told last.")
  ToolResults.ReminderLine snoozeReminder(
      @ToolParam(required = false, description = "Words of the reminder.") @Nullable String text,
      @ToolParam(description = "Minutes, or a moment in words or ISO 8601.") String when,
      ToolContext context) {
    ToolScope scope = ToolScope.of(context);
    Instant moment = When.read(when, scope);
    ReminderView found = find(scope, text, told(scope).or(() -> newest(scope)));
    return ToolResults.line(settle.snoozeUntil(scope.userId(), found.id(), moment), scope);
  }

  @Tool(
      name = "move_reminder",
      description = "Sets another time for a reminder; without words the newest one.")
  ToolResults.ReminderLine moveReminder(
      @ToolParam(required = false, description = "Words of the reminder.") @Nullable String text,
      @ToolParam(description = "The new moment in words or ISO 8601.") String when,
      ToolContext context) {
    ToolScope scope = ToolScope.of(context);
    Instant moment = When.read(when, scope);
    ReminderView found = find(scope, text, newest(scope));
    return ToolResults.line(reminders.moveTo(scope.userId(), found.id(), moment), scope);
  }

  @Tool(
      name = "cancel_reminder",
      description =
          "Cancels a reminder, a whole series if it is one; without words the newest one.")
  ToolResults.ReminderLine cancelReminder(
      @ToolParam(required = false, description = "Words of the reminder.") @Nullable String text,
      ToolContext context) {
    ToolScope scope = ToolScope.of(context);
    ReminderView found = find(scope, text, newest(scope));
    return ToolResults.line(reminders.cancel(scope.userId(), found.id()), scope);
  }

  private ReminderView find(ToolScope scope, @Nullable String text, Optional<ReminderView> meant) {
    return (text != null && !text.isBlank()
            ? BestMatch.of(text, open(scope), ReminderView::text)
            : meant)
        .orElseThrow(NoSuchReminder::new);
  }

  private Optional<ReminderView> told(ToolScope scope) {
    return open(scope).stream()
        .filter(reminder -> reminder.status() == ReminderStatus.FIRED)
        .filter(reminder -> reminder.firedAt() != null)
        .max(Comparator.comparing(ReminderChangeTools::firedAt));
  }

  private static Instant firedAt(ReminderView reminder) {
    return reminder.firedAt() == null ? Instant.EPOCH : reminder.firedAt();
  }

  private Optional<ReminderView> newest(ToolScope scope) {
    return reminders.pending(scope.userId(), null, 1).stream().findFirst();
  }

  private List<ReminderView> open(ToolScope scope) {
    return reminders.unsettled(scope.userId(), SEARCHED);
  }

  private static final class NoSuchReminder extends ProblemException {
    NoSuchReminder() {
      super(HttpStatus.NOT_FOUND, "no-such-reminder", "The user has no such reminder.");
    }
  }
}
