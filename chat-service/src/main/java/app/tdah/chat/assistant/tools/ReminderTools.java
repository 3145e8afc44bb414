package app.tdah.chat.assistant.tools;

import app.tdah.chat.language.Interpreter;
import app.tdah.chat.language.QuickAdd;
import app.tdah.chat.language.QuickAddResult;
import app.tdah.chat.language.ToolRequest;
import app.tdah.chat.language.Understanding;
import app.tdah.chat.reminder.ReminderView;
import app.tdah.chat.reminder.Reminders;
import app.tdah.chat.task.TaskView;
import app.tdah.chat.task.Tasks;
import app.tdah.defaults.web.ProblemException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.model.ToolContext;
import org.springframework.ai.tool.annotation.Tool;
import org.springframework.ai.tool.annotation.ToolParam;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

@Component
class ReminderTools {

  private static final int SHOWN = 20;
  private static final int MAX_TEXT = 500;

  private final Reminders reminders;
  private final Tasks tasks;

  ReminderTools(Reminders reminders, Tasks tasks) {
    this.reminders = reminders;
    this.tasks = tasks;
  }

  @Tool(
      name = "create_reminder",
      description = "Reminds the user of something at a moment, and makes a task of it.")
  ToolResults.ReminderLine createReminder(
      @ToolParam(
              description =
                  "What to be reminded of. Without dueAt, the user's whole sentence with the time in it.")
          String text,
      @ToolParam(
              required = false,
              description = "When, as ISO 8601 in the user's zone, such as 2026-11-24T17:00.")
          @Nullable String dueAt,
      @ToolParam(required = false, description = "An RRULE without prefix, such as FREQ=DAILY.")
          @Nullable String recurrence,
      @ToolParam(
              required = false,
              description = "When, in the user's own words, in place of dueAt.")
          @Nullable String when,
      ToolContext context) {
    ToolScope scope = ToolScope.of(context);
    Wish wish =
        dueAt == null || dueAt.isBlank()
            ? read(when == null || when.isBlank() ? text : text + " " + when, scope)
            : new Wish(text, Moments.read(dueAt, scope.now().getZone()), recurrence);
    String title = wish.text().substring(0, Math.min(wish.text().length(), MAX_TEXT));
    TaskView task =
        tasks.captureDue(scope.userId(), title, wish.dueAt(), wish.recurrence(), scope.source());
    ReminderView reminder =
        reminders.create(scope.userId(), null, title, task.id(), wish.dueAt(), wish.recurrence());
    return ToolResults.line(reminder, scope);
  }

  @Tool(name = "list_reminders", description = "Lists what the user will be reminded of.")
  ToolResults.SomeReminders listReminders(ToolContext context) {
    ToolScope scope = ToolScope.of(context);
    return new ToolResults.SomeReminders(
        reminders.pending(scope.userId(), null, SHOWN).stream()
            .sorted(Comparator.comparing(ReminderView::dueAt))
            .map(reminder -> ToolResults.line(reminder, scope))
            .toList());
  }

  private static Wish read(String text, ToolScope scope) {
    return understood(text, scope).or(() -> timed(text, scope)).orElseThrow(NoTime::new);
  }

  private static Optional<Wish> understood(String text, ToolScope scope) {
    if (Interpreter.interpret(text, scope.locale(), scope.now())
            instanceof Understanding.Commands(_, var requests)
        && requests.getFirst() instanceof ToolRequest(String name, Map<String, Object> arguments)
        && name.equals("create_reminder")) {
      Object rule = arguments.get("recurrence");
      return Optional.of(
          new Wish(
              String.valueOf(arguments.get("text")),
              Instant.parse(String.valueOf(arguments.get("dueAt"))),
              rule == null ? null : rule.toString()));
    }
    return Optional.empty();
  }

  /** What and when without "remind me", in any of the languages. */
  private static Optional<Wish> timed(String text, ToolScope scope) {
    QuickAddResult read = QuickAdd.parse(text, scope.locale(), scope.now());
    if (read.dueAt() == null && read.dueDate() == null) {
      return Optional.empty();
    }
    Instant due = When.read(text, scope);
    Instant soon = scope.now().plusHours(1).toInstant();
    // "Today", when its morning is over.
    boolean past = read.dueAt() == null && !due.isAfter(scope.now().toInstant());
    return Optional.of(new Wish(read.title(), past ? soon : due, read.recurrence()));
  }

  private record Wish(String text, Instant dueAt, @Nullable String recurrence) {}

  private static final class NoTime extends ProblemException {
    NoTime() {
      super(HttpStatus.BAD_REQUEST, "no-time", "Ask the user when: there is no time in the text.");
    }
  }
}
