package app.tdah.chat.language;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A rule that fits, and the arguments read from its slots. */
final class Filling {

  /** Tools that without a title mean the task just spoken of. */
  private static final Set<String> OF_A_TASK =
      Set.of(
          "complete_task",
          "reopen_task",
          "drop_task",
          "delete_task",
          "update_task",
          "start_task",
          "not_today",
          "break_down",
          "smaller");

  private final Rule rule;
  private final Context context;
  private final Map<String, Object> arguments = new LinkedHashMap<>();
  private boolean reminderMeant;

  Filling(Rule rule, Context context) {
    this.rule = rule;
    this.context = context;
    rule.fixed().forEach((key, value) -> arguments.put(key, typed(value)));
  }

  private static Object typed(String value) {
    return value.matches("\\d+") ? (Object) Integer.valueOf(value) : value;
  }

  Context context() {
    return context;
  }

  Rule rule() {
    return rule;
  }

  boolean put(String argument, Object value) {
    if (value instanceof String text && text.isBlank()) {
      return false;
    }
    arguments.put(argument, value);
    return true;
  }

  @Nullable Object get(String argument) {
    return arguments.get(argument);
  }

  /** Adds to the changes of a task. */
  boolean change(String words) {
    return put("changes", (arguments.getOrDefault("changes", "") + " " + words).strip());
  }

  /** What the words point at, such as "it" or "the second one". */
  boolean refer(String argument, Optional<Reference> meant) {
    meant.ifPresent(found -> {
      reminderMeant = found.isReminder();
      put(argument, found.text());
    });
    return true;
  }

  /** The meaning of the whole message. */
  Understanding understanding() {
    Language language = context.language();
    if (rule.name().equals("unknown")) {
      return new Understanding.Unknown(language);
    }
    if (Character.isUpperCase(rule.name().charAt(0))) {
      return new Understanding.SmallTalk(language, Understanding.Topic.valueOf(rule.name()));
    }
    if (rule.name().equals("calendar_events") && !arguments.containsKey("from")) {
      Times.span(String.valueOf(arguments.remove("span")), this);
    }
    if (OF_A_TASK.contains(rule.name()) && !arguments.containsKey("title")) {
      refer("title", context.dialogue().subject());
    }
    ToolRequest request =
        Required.completed(
            reminderMeant
                ? Reference.ofReminder(rule.name(), arguments, context)
                : new ToolRequest(rule.name(), arguments));
    return Required.missing(request)
        .<Understanding>map(missing -> new Understanding.Clarify(language, request, missing))
        .orElseGet(() -> new Understanding.Commands(language, java.util.List.of(request)));
  }
}
