package app.tdah.chat.language;

import app.tdah.chat.language.Understanding.Clarify;
import app.tdah.chat.language.Understanding.Commands;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Reads what makes sense only after what was said before: "at six", "no, tomorrow", "yes". */
final class FollowUp {

  private static final Set<String> APPROVED =
      Set.of("send_email", "send_text", "create_calendar_event");

  private static final Set<String> PROPOSING = Set.of("plan_day", "wind_down");

  private final Folded text;
  private final Context context;
  private final Grammar grammar;

  FollowUp(Folded text, Context context) {
    this.text = text;
    this.context = context;
    this.grammar = Grammar.of(context.language());
  }

  /** Whether "ok" or "no" may be an answer. */
  static boolean isPossible(Context context) {
    return !context.dialogue().last().isEmpty()
        && (APPROVED.contains(context.dialogue().last().getLast().name())
            || PROPOSING.contains(context.dialogue().last().getLast().name()));
  }

  /** An answer that is no command of its own: a time, a number, yes or no. */
  Optional<Understanding> certain() {
    return open().isPresent()
        ? filledByForm()
        : approval().or(this::agreement).or(this::choice).or(this::correction);
  }

  /** Any words, where the question was for words. */
  Optional<Understanding> free() {
    return open()
        .filter(question -> !isTime(question.missing()) && !question.missing().equals("minutes"))
        .flatMap(question -> filled(question, question.missing(), words(question)));
  }

  private Object words(Clarify question) {
    String plain = Wording.plain(text.original());
    return question.missing().equals("steps")
        ? Wording.list(plain, new Filling(Rule.of("steps", Map.of(), false, "x"), context))
        : plain;
  }

  private Optional<Clarify> open() {
    return Optional.ofNullable(context.dialogue().open());
  }

  private static boolean isTime(String argument) {
    return argument.equals("dueAt") || argument.equals("when");
  }

  private Optional<Understanding> filledByForm() {
    Clarify question = open().orElseThrow();
    return switch (question.missing()) {
      case "dueAt" -> time().flatMap(when -> reminded(question, when));
      case "when" ->
          time()
              .map(when -> Times.corrected(when, context, context.now().toLocalDateTime()))
              .flatMap(when -> filled(question, "when", when));
      case "minutes" ->
          Times.minutes(stripped(), context.language())
              .flatMap(minutes -> filled(question, "minutes", minutes));
      default -> Optional.empty();
    };
  }

  private Optional<Understanding> reminded(Clarify question, String when) {
    QuickAddResult read = QuickAdd.parse(Folded.of(when), context.language(), context.now());
    Map<String, Object> arguments = new LinkedHashMap<>(question.request().arguments());
    Optional<Instant> due = ReminderWords.due(read, context.now());
    if (read.recurrence() != null) {
      arguments.put("recurrence", read.recurrence());
    }
    return due.flatMap(moment ->
        filled(
            new Clarify(
                question.language(),
                new ToolRequest(question.request().name(), arguments),
                "dueAt"),
            "dueAt",
            moment.toString()));
  }

  private Optional<Understanding> filled(Clarify question, String argument, Object value) {
    if (value.toString().isBlank()) {
      return Optional.empty();
    }
    Map<String, Object> arguments = new LinkedHashMap<>(question.request().arguments());
    arguments.put(argument, value);
    if (argument.equals("text") && question.request().name().equals("create_reminder")) {
      QuickAddResult read =
          QuickAdd.parse(Folded.of(value.toString()), context.language(), context.now());
      arguments.put("text", read.title());
      ReminderWords.due(read, context.now())
          .ifPresent(due -> arguments.put("dueAt", due.toString()));
    }
    ToolRequest request = Required.completed(new ToolRequest(question.request().name(), arguments));
    return Optional.of(
        Required.missing(request)
            .<Understanding>map(next -> new Clarify(context.language(), request, next))
            .orElseGet(() -> new Commands(context.language(), List.of(request))));
  }

  private Optional<Understanding> approval() {
    List<ToolRequest> last = context.dialogue().last();
    if (last.isEmpty() || !APPROVED.contains(last.getLast().name())) {
      return Optional.empty();
    }
    boolean yes = matches("YES");
    return yes || matches("NO")
        ? one(new ToolRequest("answer_approval", Map.of("decision", yes ? "approve" : "reject")))
        : Optional.empty();
  }

  /** "Yes" to a plan. */
  private Optional<Understanding> agreement() {
    List<ToolRequest> last = context.dialogue().last();
    return !last.isEmpty() && PROPOSING.contains(last.getLast().name()) && matches("YES")
        ? one(new ToolRequest(last.getLast().name(), Map.of("accept", true)))
        : Optional.empty();
  }

  /** "The second one" after a list of tasks: the one to do. */
  private Optional<Understanding> choice() {
    String noun = Wording.noun(text.original(), context.language());
    return Reference.ordinal(Folded.of(noun).folded(), context)
        .flatMap(context.dialogue()::item)
        .filter(item -> !item.isReminder())
        .flatMap(item -> one(new ToolRequest("start_task", Map.of("title", item.text()))));
  }

  private boolean matches(String part) {
    return Scan.pattern(grammar.part(part)).matcher(text.folded()).matches();
  }

  /** Another time for what was just done. */
  private Optional<Understanding> correction() {
    List<ToolRequest> last = context.dialogue().last();
    return last.isEmpty()
        ? Optional.empty()
        : time().flatMap(when -> corrected(last.getLast(), when));
  }

  private Optional<Understanding> corrected(ToolRequest last, String when) {
    LocalDateTime before =
        Objects.requireNonNullElse(
            context.dialogue().lastMoment(context.now()), context.now().toLocalDateTime());
    Map<String, Object> arguments = new LinkedHashMap<>();
    return switch (last.name()) {
      case "create_reminder", "move_reminder", "snooze_reminder" -> {
        Object words = last.arguments().get("text");
        if (words != null) {
          arguments.put("text", words);
        }
        arguments.put("when", Times.corrected(when, context, before));
        yield one(new ToolRequest("move_reminder", arguments));
      }
      case "add_task", "update_task" -> {
        context.dialogue().subject().ifPresent(task -> arguments.put("title", task.text()));
        arguments.put("changes", when);
        yield one(new ToolRequest("update_task", arguments));
      }
      case "create_calendar_event" -> {
        arguments.putAll(last.arguments());
        arguments.put("when", Times.corrected(when, context, before));
        yield one(new ToolRequest(last.name(), arguments));
      }
      case "calendar_events" -> {
        Rule rule = Rule.of(last.name(), Map.of(), false, "x");
        Filling filling = new Filling(rule, context);
        Times.days(when, filling);
        yield Optional.of(filling.understanding());
      }
      default -> Optional.empty();
    };
  }

  private Optional<Understanding> one(ToolRequest request) {
    return Optional.of(new Commands(context.language(), List.of(request)));
  }

  /** The words when they name a time and nothing else; an hour may stand alone. */
  private Optional<String> time() {
    String words = stripped();
    String atHour = grammar.part("AT") + " " + words;
    return List.of(words, atHour).stream()
        .filter(each -> QuickAdd.isOnlyTime(Folded.of(each), context.language(), context.now()))
        .findFirst();
  }

  /** Without "no, I meant". */
  private String stripped() {
    var lead = Scan.pattern("^(?:" + grammar.part("LEAD") + ")+").matcher(text.folded());
    var end = Scan.pattern("(?:" + grammar.part("TRAIL") + ")+$").matcher(text.folded());
    int from = lead.find() ? lead.end() : 0;
    int to = end.find() && end.start() > from ? end.start() : text.folded().length();
    return text.original().substring(from, to).strip();
  }
}
