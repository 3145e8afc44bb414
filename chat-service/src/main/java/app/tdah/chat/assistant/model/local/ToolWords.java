package app.tdah.chat.assistant.model.local;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Words what tools answer, by the sayings that are kept under each tool's name. */
final class ToolWords {

  private static final Set<String> FOCUS =
      Set.of("start_focus", "stop_focus", "extend_focus", "focus_status");
  private static final Map<String, String> FAILURES =
      Map.ofEntries(
          Map.entry("complete_task", "task"),
          Map.entry("reopen_task", "task"),
          Map.entry("drop_task", "task"),
          Map.entry("delete_task", "task"),
          Map.entry("update_task", "task"),
          Map.entry("not_today", "task"),
          Map.entry("start_task", "task"),
          Map.entry("break_down", "task"),
          Map.entry("smaller", "task"),
          Map.entry("snooze_reminder", "reminder"),
          Map.entry("move_reminder", "reminder"),
          Map.entry("cancel_reminder", "reminder"),
          Map.entry("stop_focus", "focus"),
          Map.entry("extend_focus", "focus"),
          Map.entry("park_distraction", "focus"),
          Map.entry("undo", "undo"),
          Map.entry("answer_approval", "approval"),
          Map.entry("complete_routine_step", "routine"));

  private final Sayings sayings;
  private final Days days;

  ToolWords(Sayings sayings, Days days) {
    this.sayings = sayings;
    this.days = days;
  }

  /** What to say when the tool refused; empty when there is nothing special about it. */
  Optional<String> failure(String tool) {
    return Optional.ofNullable(FAILURES.get(tool)).map(kind -> sayings.say("error." + kind));
  }

  String result(String tool, JsonNode result) {
    Outcome outcome = new Outcome(result, days.now().getZone());
    if (outcome.isWaiting()) {
      return about("approval", outcome);
    }
    if (FOCUS.contains(tool)) {
      return focus(tool, outcome);
    }
    return tool.equals("usage")
        ? Usage.of(result).say(sayings)
        : list(tool, outcome).orElseGet(() -> about(tool, outcome)) + more(tool, outcome);
  }

  /** One thing for tomorrow, and the question whether a plan is right. */
  private String more(String tool, Outcome outcome) {
    JsonNode tomorrow = outcome.result().path("tomorrow");
    String next =
        new Outcome(tomorrow, days.now().getZone())
            .subject()
            .flatMap(title -> sayings.find(tool + ".tomorrow", title))
            .map(text -> "\n" + text)
            .orElse("");
    boolean open =
        outcome.result().path("blocks").values().stream()
            .anyMatch(block -> !block.path("accepted").asBoolean(true));
    return open ? next + sayings.find(tool + ".ask").map(text -> "\n" + text).orElse("") : next;
  }

  private Optional<String> list(String tool, Outcome outcome) {
    return outcome
        .items()
        .flatMap(items ->
            items.isEmpty()
                ? outcome
                    .subject()
                    .map(subject -> sayings.find(tool + ".empty", subject))
                    .orElseGet(() -> sayings.find(tool + ".none"))
                : sayings.find(tool + ".list").map(head -> head + lines(items)));
  }

  private String lines(List<Outcome> items) {
    return items.stream()
        .map(item -> "\n- " + item.line(days, sayings))
        .collect(Collectors.joining());
  }

  private String about(String name, Outcome outcome) {
    return outcome
        .subject()
        .flatMap(_ -> sayings.find(name, outcome.line(days, sayings)))
        .or(() -> several(outcome).flatMap(titles -> sayings.find(name, titles)))
        .or(() -> sayings.find(name + ".none"))
        .orElseGet(() -> sayings.say("done.none"));
  }

  /** What was done to several things at once. */
  private static Optional<String> several(Outcome outcome) {
    return outcome
        .items()
        .map(items ->
            items.stream()
                .flatMap(item -> item.subject().stream())
                .collect(Collectors.joining(", ")))
        .filter(titles -> !titles.isEmpty());
  }

  private String focus(String tool, Outcome outcome) {
    Optional<LocalDateTime> end = outcome.moment("endsAt");
    String status = outcome.result().path("status").asString("");
    if (tool.equals("stop_focus")) {
      JsonNode spent = outcome.result().path("actualMinutes");
      return spent.isNumber()
          ? sayings.say(tool, "", spent.asString())
          : sayings.say(tool + ".none");
    }
    if (status.equals("NONE")) {
      return sayings.say("focus_status.none");
    }
    return end.map(moment -> sayings.say(tool, "", days.time(moment)))
        .or(() -> sayings.find(tool + ".open"))
        .orElseGet(() -> sayings.say("focus_status.open"));
  }
}
