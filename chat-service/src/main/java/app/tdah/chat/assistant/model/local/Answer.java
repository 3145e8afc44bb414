package app.tdah.chat.assistant.model.local;

import app.tdah.chat.assistant.tools.ToolResults.Agenda;
import app.tdah.chat.assistant.tools.ToolResults.Day;
import app.tdah.chat.assistant.tools.ToolResults.EventLine;
import app.tdah.chat.assistant.tools.ToolResults.OneTask;
import app.tdah.chat.assistant.tools.ToolResults.ReminderLine;
import app.tdah.chat.assistant.tools.ToolResults.SomeReminders;
import app.tdah.chat.assistant.tools.ToolResults.SomeTasks;
import app.tdah.chat.assistant.tools.ToolResults.TaskLine;
import app.tdah.chat.language.Understanding;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.messages.ToolResponseMessage.ToolResponse;
import tools.jackson.databind.json.JsonMapper;

/** Puts what tools say into words. */
final class Answer {

  private static final String BULLET = "\n- ";

  private final Phrases phrases;
  private final Days days;
  private final JsonMapper json;

  Answer(Phrases phrases, ZonedDateTime now, JsonMapper json) {
    this.phrases = phrases;
    this.days = new Days(phrases, now);
    this.json = json;
  }

  /** An answer for which no tool is needed. */
  String without(Understanding understood, String text) {
    return switch (understood) {
      case Understanding.SmallTalk talk ->
          switch (talk.topic()) {
            case GREETING -> phrases.greeting();
            case THANKS -> phrases.thanks();
            case IDENTITY -> phrases.identity();
            case HELP -> phrases.help();
          };
      case Understanding.Clarify open -> phrases.when().formatted(open.text(), open.text());
      case Understanding.Unknown _ -> phrases.unknown().formatted(example(text));
      case Understanding.Commands _ -> phrases.failed();
    };
  }

  /** An answer to what one tool said. */
  String to(ToolResponse response) {
    String result = response.responseData();
    if (json.readTree(result).has("error")) {
      return response.name().equals("complete_task") ? phrases.noSuchTask() : phrases.failed();
    }
    return switch (response.name()) {
      case "add_task" -> phrases.added().formatted(task(one(result)));
      case "create_reminder" ->
          phrases.reminded().formatted(reminder(json.readValue(result, ReminderLine.class)));
      case "next_task" -> next(json.readValue(result, OneTask.class));
      case "complete_task" -> phrases.done().formatted(one(result).title());
      case "list_tasks" -> tasks(json.readValue(result, SomeTasks.class));
      case "list_reminders" -> reminders(json.readValue(result, SomeReminders.class));
      case "calendar_events" ->
          json.readValue(result, Agenda.class).days().stream()
              .map(this::day)
              .collect(Collectors.joining("\n"));
      default -> phrases.failed();
    };
  }

  private TaskLine one(String result) {
    return Objects.requireNonNull(json.readValue(result, OneTask.class).task());
  }

  private String next(OneTask next) {
    TaskLine task = next.task();
    if (task == null) {
      return phrases.nothingNext();
    }
    Integer minutes = task.estimateMinutes();
    String estimate = minutes == null ? "" : " " + phrases.minutes().formatted(minutes);
    String why = Objects.requireNonNullElse(next.why(), "");
    return (phrases.next().formatted(task(task), why) + estimate).strip();
  }

  private String tasks(SomeTasks found) {
    return found.tasks().isEmpty()
        ? phrases.noTasks()
        : list(phrases.tasks(), found.tasks().stream().map(this::task).toList());
  }

  private String reminders(SomeReminders found) {
    return found.reminders().isEmpty()
        ? phrases.noReminders()
        : list(phrases.reminders(), found.reminders().stream().map(this::reminder).toList());
  }

  private String day(Day day) {
    List<String> lines = new ArrayList<>();
    day.events().forEach(event -> lines.add(event(event)));
    day.tasks().forEach(task -> lines.add(timed(task.dueAt(), task.title())));
    day.reminders().forEach(reminder -> lines.add(timed(reminder.dueAt(), reminder.text())));
    return lines.isEmpty()
        ? phrases.freeDay().formatted(days.day(day.date()))
        : list(days.title(day.date()) + ":", lines);
  }

  private String event(EventLine event) {
    String title =
        event.location() == null || event.location().isBlank()
            ? event.title()
            : event.title() + " (" + event.location() + ")";
    return event.at() == null ? title + ", " + phrases.wholeDay() : timed(event.at(), title);
  }

  private String timed(@Nullable LocalDateTime at, String text) {
    return at == null ? text : days.time(at) + " " + text;
  }

  private String task(TaskLine task) {
    String when = days.when(task.dueAt(), task.dueDate());
    return when == null ? task.title() : task.title() + ", " + when;
  }

  private String reminder(ReminderLine reminder) {
    return reminder.text() + ", " + days.when(reminder.dueAt(), null);
  }

  private static String list(String head, List<String> lines) {
    return head + BULLET + String.join(BULLET, lines);
  }

  /** What the user said, as far as it can stand for a task. */
  private static String example(String text) {
    String line = text.strip().lines().findFirst().orElse("").strip();
    return line.isEmpty() || line.length() > 60 ? "..." : line;
  }
}
