package app.tdah.devstack.simulator.openai;

import app.tdah.devstack.simulator.openai.Conversation.Tool;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Decides what to answer, by the first words of the last message; the same every time. */
final class Model {
  /** What a person may want, and words that the name of a fitting tool has. */
  private record Intent(Pattern said, List<String[]> tools) {}

  private static final List<Intent> INTENTS =
      List.of(
          intent("^(please )?remind me", "remind", "capture", "quick", "add task", "create task"),
          intent(
              "^(please )?(add|create|new) (a )?task|^buy |^todo",
              "quick",
              "capture",
              "add task",
              "create task",
              "task"),
          intent("^(mark|complete|done|finish)", "complete", "done"),
          intent("^what('s| is) next|^what now", "next", "what now", "list task"),
          intent(
              "^what do i have|^what('s| is) on|calendar|agenda",
              "calendar",
              "agenda",
              "event",
              "schedule"));

  private Model() {}

  private static Intent intent(String pattern, String... tools) {
    return new Intent(
        Pattern.compile(pattern, Pattern.CASE_INSENSITIVE),
        List.of(tools).stream().map(it -> it.split(" ")).toList());
  }

  static Reply answer(Conversation conversation) {
    String role = conversation.last().path("role").asString("");
    if (role.equals("tool")) {
      return new Reply.Text(conclude(Conversation.text(conversation.last())));
    }
    String text = conversation.lastUserText().strip();
    Optional<Tool> tool = role.equals("user") ? choose(conversation, text) : Optional.empty();
    if (tool.isPresent()) {
      return new Reply.ToolCall(
          tool.get().name(), Arguments.of(tool.get().parameters(), text).toString());
    }
    return new Reply.Text(
        text.isEmpty()
            ? "I am the simulated model. Tell me what is on your mind."
            : "I am the simulated model, and you said: \"" + text + "\". What is the first step?");
  }

  private static Optional<Tool> choose(Conversation conversation, String text) {
    List<Tool> tools = conversation.tools();
    String forced = conversation.toolChoice().path("function").path("name").asString("");
    if (!forced.isEmpty()) {
      return tools.stream().filter(tool -> tool.name().equals(forced)).findFirst();
    }
    String choice = conversation.toolChoice().asString("auto");
    if (choice.equals("none")) {
      return Optional.empty();
    }
    Optional<Tool> fitting =
        INTENTS.stream()
            .filter(intent -> intent.said().matcher(text).find())
            .findFirst()
            .flatMap(intent -> fitting(intent, tools));
    return choice.equals("required") ? fitting.or(() -> tools.stream().findFirst()) : fitting;
  }

  private static Optional<Tool> fitting(Intent intent, List<Tool> tools) {
    return intent.tools().stream()
        .flatMap(words -> tools.stream().filter(tool -> tool.nameHas(words)))
        .findFirst();
  }

  private static String conclude(String result) {
    String shown = result.strip();
    boolean failed = shown.toLowerCase(Locale.ROOT).contains("error");
    if (shown.isEmpty()) {
      return "Done.";
    }
    return (failed ? "That did not work: " : "Done. ")
        + (shown.length() > 400 ? shown.substring(0, 400) + "…" : shown);
  }
}
