package app.tdah.chat.assistant.model.local;

import app.tdah.chat.assistant.tools.ToolResults.Agenda;
import app.tdah.chat.assistant.tools.ToolResults.Day;
import app.tdah.chat.assistant.tools.ToolResults.EventLine;
import app.tdah.chat.assistant.tools.ToolResults.OneTask;
import app.tdah.chat.assistant.tools.ToolResults.ReminderLine;
import app.tdah.chat.assistant.tools.ToolResults.SomeReminders;
import app.tdah.chat.assistant.tools.ToolResults.SomeTasks;
import app.tdah.chat.assistant.tools.ToolResults.TaskLine;
import app.tdah.chat.language.Language;
import app.tdah.chat.language.Understanding;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.messages.ToolResponseMessage.ToolResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Puts what tools say into words. */
final class Answer {

  private static final String BULLET = "\n- ";

  private final Phrases phrases;
  private final Days days;
  private final JsonMapper json;

  private final Sayings sayings;
  private final ToolWords words;
  private final Set<String> tools;

  /**
   * Words answers.
   *
   * @param tools what may be called
   */
  Answer(Language language, ZonedDateTime now, JsonMapper json, Set<String> tools) {
    this.phrases = Phrases.of(language);
    this.sayings = Sayings.of(language);
    this.days = new Days(phrases, now);
    this.words = new ToolWords(sayings, days);
    this.json = json;
    this.tools = tools;
  }

  /** An answer for which no tool is needed. */
  String without(Understanding understood) {
    return switch (understood) {
      case Understanding.SmallTalk talk -> smallTalk(talk.topic());
      case Understanding.Clarify question -> question(question);
      case Understanding.Unknown _ -> sayings.say("unclear") + able();
      case Understanding.Commands _ -> cannot();
    };
  }

  /** For what has no tool here. */
  String cannot() {
    return sayings.say("cannot") + able();
  }

  private String able() {
    String abilities = sayings.abilities(tools);
    return abilities.isEmpty() ? "" : " " + abilities;
  }

  private String smallTalk(Understanding.Topic topic) {
    return switch (topic) {
      case GREETING -> phrases.greeting();
      case THANKS -> phrases.thanks();
      case IDENTITY -> phrases.identity();
      case HELP -> tools.isEmpty() ? phrases.help() : sayings.abilities(tools);
      case NEVER_MIND -> sayings.say("never_mind");
    };
  }

  private String question(Understanding.Clarify question) {
    Object text = question.request().arguments().get("text");
    return question.missing().equals("dueAt") && text != null
        ? phrases.when().formatted(text, text)
        : sayings.find("ask." + question.missing()).orElseGet(() -> sayings.say("ask.when"));
  }

  /** An answer to what one tool said. */
  String to(ToolResponse response) {
    String result = response.responseData();
    JsonNode tree = json.readTree(result);
    if (tree.has("error")) {
      return words.failure(response.name()).orElseGet(phrases::failed);
    }
    return switch (response.name()) {
      case "add_task" -> phrases.added().formatted(task(one(result)));
      case "create_reminder" ->
          phrases.reminded().formatted(reminder(json.readValue(result, ReminderLine.class)));
      case "next_task" -> next(json.readValue(result, OneTask.class));
      case "list_tasks" -> tasks(json.readValue(result, SomeTasks.class));
      case "list_reminders" -> reminders(json.readValue(result, SomeReminders.class));
      case "calendar_events" ->
          json.readValue(result, Agenda.class).days().stream()
              .map(this::day)
              .collect(Collectors.joining("\n"));
      default -> words.result(response.name(), tree);
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
}
