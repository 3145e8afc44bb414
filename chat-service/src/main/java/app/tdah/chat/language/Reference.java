package app.tdah.chat.language;

import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;

/** What "it" or "the second one" stands for: words of a task or of a reminder. */
record Reference(String text, boolean isReminder) {

  /** Reads a noun: by its own words, or as one that was spoken of. */
  static boolean read(String argument, String words, Filling filling) {
    Context context = filling.context();
    String noun = Wording.noun(words, context.language());
    String folded = Folded.of(noun).folded();
    if (matches("IT", Folded.of(Wording.plain(words)).folded(), context)
        || matches("IT", folded, context)) {
      return filling.refer(argument, context.dialogue().subject());
    }
    Optional<Integer> counted = ordinal(folded, context);
    return counted.isPresent()
        ? filling.refer(argument, counted.flatMap(context.dialogue()::item))
        : filling.put(argument, context.dialogue().spelledOut(noun));
  }

  /** Which request for approval; "it" names none. */
  static boolean which(String words, Filling filling) {
    String noun = Wording.noun(words, filling.context().language());
    return matches("IT", Folded.of(noun).folded(), filling.context()) || filling.put("which", noun);
  }

  private static boolean matches(String part, String folded, Context context) {
    return Scan.pattern(Grammar.of(context.language()).part(part)).matcher(folded).matches();
  }

  /** Which of a list, from one; -1 is the last. */
  static Optional<Integer> ordinal(String folded, Context context) {
    Grammar grammar = Grammar.of(context.language());
    Matcher counted = Scan.pattern(grammar.part("COUNTED")).matcher(folded);
    if (counted.matches()) {
      return Optional.of(Integer.valueOf(counted.group(1)));
    }
    if (Scan.pattern(grammar.part("LAST")).matcher(folded).matches()) {
      return Optional.of(-1);
    }
    List<String> ordinals = List.of(grammar.part("ORDINALS").split(" "));
    for (int i = 0; i < ordinals.size(); i++) {
      if (Scan.pattern("(?:" + ordinals.get(i) + ")" + grammar.part("ONE"))
          .matcher(folded)
          .matches()) {
        return Optional.of(i + 1);
      }
    }
    return Optional.empty();
  }

  /** The tool for a reminder, where the words alone would mean a task. */
  static ToolRequest ofReminder(String tool, Map<String, Object> arguments, Context context) {
    Object text = arguments.getOrDefault("title", arguments.get("text"));
    Map<String, Object> others = new LinkedHashMap<>();
    if (text != null) {
      others.put("text", text);
    }
    return switch (tool) {
      case "delete_task", "drop_task" -> new ToolRequest("cancel_reminder", others);
      case "update_task" -> moved(others, arguments, context);
      default -> new ToolRequest(tool, arguments);
    };
  }

  private static ToolRequest moved(
      Map<String, Object> reminder, Map<String, Object> arguments, Context context) {
    String changes = String.valueOf(arguments.get("changes"));
    if (!QuickAdd.isOnlyTime(Folded.of(changes), context.language(), context.now())) {
      return new ToolRequest("update_task", arguments);
    }
    LocalDateTime before =
        Objects.requireNonNullElse(
            context.dialogue().lastMoment(context.now()), context.now().toLocalDateTime());
    reminder.put("when", Times.corrected(changes, context, before));
    return new ToolRequest("move_reminder", reminder);
  }
}
