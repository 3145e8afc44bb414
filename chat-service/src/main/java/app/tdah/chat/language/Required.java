package app.tdah.chat.language;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What tools cannot do without, in the order in which it is asked for. */
final class Required {

  private static final int SUBJECT = 60;

  private static final Map<String, List<String>> BY_TOOL =
      Map.ofEntries(
          Map.entry("add_task", List.of("text")),
          Map.entry("update_task", List.of("changes")),
          Map.entry("create_routine", List.of("name", "steps")),
          Map.entry("create_reminder", List.of("text", "dueAt")),
          Map.entry("snooze_reminder", List.of("when")),
          Map.entry("move_reminder", List.of("when")),
          Map.entry("extend_focus", List.of("minutes")),
          Map.entry("park_distraction", List.of("text")),
          Map.entry("remember", List.of("fact")),
          Map.entry("forget", List.of("fact")),
          Map.entry("search_messages", List.of("query")),
          Map.entry("search_mail", List.of("query")),
          Map.entry("search_files", List.of("query")),
          Map.entry("search_pages", List.of("query")),
          Map.entry("create_calendar_event", List.of("title", "when")),
          Map.entry("send_email", List.of("to", "body")),
          Map.entry("send_text", List.of("to", "body")));

  private Required() {}

  static Optional<String> missing(ToolRequest request) {
    return BY_TOOL.getOrDefault(request.name(), List.of()).stream()
        .filter(argument -> !request.arguments().containsKey(argument))
        .findFirst();
  }

  /** With what follows from the rest: a mail without a subject is headed by its first words. */
  static ToolRequest completed(ToolRequest request) {
    Object body = request.arguments().get("body");
    if (!request.name().equals("send_email")
        || body == null
        || request.arguments().containsKey("subject")) {
      return request;
    }
    Map<String, Object> arguments = new LinkedHashMap<>(request.arguments());
    String text = body.toString();
    arguments.put("subject", text.substring(0, Math.min(text.length(), SUBJECT)));
    return new ToolRequest(request.name(), arguments);
  }
}
