package app.tdah.chat.language;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a conversation has come to: the question that is open, what was done last, and the list that
 * was shown last. It is found by reading the conversation again, so that nothing is kept between
 * turns.
 *
 * @param items what the last list showed, without its times
 * @param ofReminders whether these are reminders
 */
record Dialogue(
    Understanding.@Nullable Clarify open,
    List<ToolRequest> last,
    List<String> items,
    boolean ofReminders,
    @Nullable Language language) {

  static final Dialogue NONE = new Dialogue(null, List.of(), List.of(), false, null);

  private static final int REMEMBERED = 12;
  private static final Set<String> ABOUT_REMINDERS =
      Set.of("create_reminder", "move_reminder", "snooze_reminder", "cancel_reminder");

  static Dialogue of(List<Said> before, Locale locale, ZonedDateTime now) {
    Dialogue dialogue = NONE;
    for (Said said : before.subList(Math.max(0, before.size() - REMEMBERED), before.size())) {
      dialogue =
          said.byUser()
              ? dialogue.after(Interpreter.interpret(said.text(), locale, now, dialogue))
              : dialogue.shown(said.text(), now);
    }
    return dialogue;
  }

  private Dialogue after(Understanding understood) {
    return switch (understood) {
      case Understanding.Commands(Language spoken, List<ToolRequest> requests) ->
          new Dialogue(null, requests, items, ofReminders, spoken);
      case Understanding.Clarify question ->
          new Dialogue(question, last, items, ofReminders, question.language());
      default -> new Dialogue(null, last, items, ofReminders, understood.language());
    };
  }

  private Dialogue shown(String answer, ZonedDateTime now) {
    Language spoken = Objects.requireNonNullElse(language, Language.EN);
    List<String> lines =
        answer
            .lines()
            .map(String::strip)
            .filter(line -> line.matches("(?:[-*•]|\\d+[.)])\\s+.*"))
            .map(line -> line.replaceFirst("^\\S+\\s+", ""))
            .map(line -> untimed(line, spoken, now))
            .toList();
    boolean reminders = last.stream().anyMatch(each -> each.name().equals("list_reminders"));
    return lines.isEmpty() ? this : new Dialogue(open, last, lines, reminders, language);
  }

  /** "Call Ana, tomorrow at 5 pm" without the time. */
  private static String untimed(String line, Language language, ZonedDateTime now) {
    for (int comma = line.indexOf(','); comma > 0; comma = line.indexOf(',', comma + 1)) {
      if (QuickAdd.isOnlyTime(Folded.of(line.substring(comma + 1).strip()), language, now)) {
        return line.substring(0, comma);
      }
    }
    return line;
  }

  /** What was spoken of last. */
  Optional<Reference> subject() {
    List<ToolRequest> newest = new ArrayList<>(last).reversed();
    return newest.stream().flatMap(request -> subject(request).stream()).findFirst();
  }

  private Optional<Reference> subject(ToolRequest request) {
    Object title = request.arguments().get("title");
    Object text = request.arguments().get("text");
    if (ABOUT_REMINDERS.contains(request.name())) {
      return Optional.ofNullable(text).map(words -> new Reference(words.toString(), true));
    }
    if (request.name().equals("add_task") && text != null) {
      Folded words = Folded.of(text.toString());
      ZonedDateTime anytime = ZonedDateTime.parse("2000-01-01T00:00Z");
      Language spoken = Objects.requireNonNullElse(language, Language.EN);
      return Optional.of(new Reference(QuickAdd.parse(words, spoken, anytime).title(), false));
    }
    return Optional.ofNullable(title).map(words -> new Reference(words.toString(), false));
  }

  /** When the last thing was to be, as the user's clock shows it. */
  @Nullable LocalDateTime lastMoment(ZonedDateTime now) {
    if (last.isEmpty()) {
      return null;
    }
    var arguments = last.getLast().arguments();
    if (arguments.get("dueAt") instanceof String due) {
      return LocalDateTime.ofInstant(Instant.parse(due), now.getZone());
    }
    return arguments.get("when") instanceof String when && when.contains("T")
        ? LocalDateTime.parse(when)
        : null;
  }

  Optional<Reference> item(int number) {
    int index = number < 0 ? items.size() - 1 : number - 1;
    return index >= 0 && index < items.size()
        ? Optional.of(new Reference(items.get(index), ofReminders))
        : Optional.empty();
  }

  /** The whole title of which these words are the beginning, when a list showed it. */
  String spelledOut(String words) {
    return items.stream().filter(words::equalsIgnoreCase).findFirst().orElse(words);
  }
}
