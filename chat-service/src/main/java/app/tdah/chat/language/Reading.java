package app.tdah.chat.language;

import app.tdah.chat.language.Understanding.Commands;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One command, or one piece of small talk.
 *
 * @param mayHoldMore whether other commands may follow in the same words
 */
record Reading(Understanding understanding, boolean mayHoldMore) {

  private static final Pattern EDGES =
      Pattern.compile("^[\\s¿¡,.;:!-]+|[\\s?!,.;:]+$|\\s*[:;]-?[)D(]$");

  static Optional<Reading> of(Folded text, Context context) {
    Folded plain = Folded.of(EDGES.matcher(text.original()).replaceAll(""));
    Folded bare = bare(plain, context.language());
    return plain.folded().isEmpty()
        ? Optional.empty()
        : exact(plain, context)
            .or(() -> read(bare, context))
            .or(() -> bare.equals(plain) ? Optional.empty() : read(plain, context));
  }

  /** "Thanks" and "and now?" are no courtesies around something else. */
  private static Optional<Reading> exact(Folded plain, Context context) {
    View view = new View(plain, "");
    return Grammar.of(context.language()).rules().stream()
        .filter(rule -> rule.slots().isEmpty())
        .flatMap(rule -> rule.read(view, context).stream())
        .findFirst()
        .filter(found -> !FollowUp.isPossible(context) || !isSmallTalk(found))
        .map(found -> new Reading(found.understanding(), false));
  }

  private static boolean isSmallTalk(Filling found) {
    return found.understanding() instanceof Understanding.SmallTalk;
  }

  private static Optional<Reading> read(Folded bare, Context context) {
    FollowUp followUp = new FollowUp(bare, context);
    return followUp
        .certain()
        .map(meant -> new Reading(meant, false))
        .or(() -> situation(bare, context))
        .or(() -> byRules(bare, context, followUp));
  }

  private static Optional<Reading> byRules(Folded bare, Context context, FollowUp followUp) {
    Optional<Filling> filling = filling(bare, context);
    if (filling.isEmpty() || filling.get().rule().weak()) {
      Optional<Understanding> answer = followUp.free();
      if (answer.isPresent()) {
        return answer.map(meant -> new Reading(meant, false));
      }
    }
    return filling.map(found ->
        new Reading(
            found.understanding(), !found.rule().swallows() && !found.rule().slots().isEmpty()));
  }

  private static Optional<Filling> filling(Folded bare, Context context) {
    List<View> views = View.of(bare, context.language(), context.now());
    return Grammar.of(context.language()).rules().stream()
        .flatMap(rule -> views.stream().flatMap(view -> rule.read(view, context).stream()))
        .findFirst();
  }

  /** "I have ten minutes, what now?": what is said about oneself, and the question. */
  private static Optional<Reading> situation(Folded bare, Context context) {
    Situation situation = Situation.of(bare.folded(), context.language());
    if (situation.arguments().isEmpty()) {
      return Optional.empty();
    }
    boolean asks =
        situation.rest().isBlank()
            || filling(Folded.of(situation.rest()), context)
                .filter(found -> found.rule().name().equals("next_task"))
                .isPresent();
    ToolRequest next = new ToolRequest("next_task", situation.arguments());
    return asks
        ? Optional.of(new Reading(new Commands(context.language(), List.of(next)), false))
        : Optional.empty();
  }

  /** Without the courtesies around it. */
  private static Folded bare(Folded text, Language language) {
    Grammar grammar = Grammar.of(language);
    Pattern opening = Scan.pattern("^(?:(?:" + grammar.part("OPENING") + ")[\\s,.:!]+)+(?=\\S)");
    Pattern closing = Scan.pattern("(?:[\\s,.]+(?:" + grammar.part("CLOSING") + "))+$");
    String words = text.original();
    String folded = text.folded();
    var end = closing.matcher(folded);
    int to = end.find() ? end.start() : folded.length();
    var start = opening.matcher(folded.substring(0, to));
    int from = start.find() ? start.end() : 0;
    return Folded.of(EDGES.matcher(words.substring(from, to)).replaceAll(""));
  }
}
