package app.tdah.chat.language;

import app.tdah.chat.language.Understanding.Commands;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Several commands in one message: what follows "and" or a comma counts only when it is a command
 * of its own.
 */
final class Joints {

  /** A message with more commas is no list of commands. */
  private static final int MOST = 16;

  private Joints() {}

  /** The commands, or nothing when some part is none. */
  static List<ToolRequest> commands(Folded text, Context context) {
    List<ToolRequest> requests = new ArrayList<>();
    for (Folded part : parts(text, context)) {
      if (!(Reading.of(part, context).map(Reading::understanding).orElse(null)
          instanceof Commands commands)) {
        return List.of();
      }
      commands.requests().forEach(request -> add(requests, request));
    }
    return requests;
  }

  /** "I am tired, what now?" is one question, not two. */
  private static void add(List<ToolRequest> requests, ToolRequest request) {
    if (!requests.isEmpty() && requests.getLast().name().equals(request.name())) {
      var before = requests.getLast().arguments();
      if (request.arguments().entrySet().containsAll(before.entrySet())) {
        requests.set(requests.size() - 1, request);
        return;
      }
      if (before.entrySet().containsAll(request.arguments().entrySet())) {
        return;
      }
    }
    requests.add(request);
  }

  private static List<Folded> parts(Folded text, Context context) {
    String and = Grammar.of(context.language()).part("AND");
    Pattern joint =
        Scan.pattern(
            "(?:[,;.!?]+\\s+|\\s*\\n\\s*)(?:(?:" + and + ")\\s+)?|\\s+(?:" + and + ")\\s+");
    List<Folded> parts = new ArrayList<>();
    int start = 0;
    for (MatchResult found : joint.matcher(text.folded()).results().limit(MOST).toList()) {
      Folded rest = Folded.of(text.original().substring(found.end()));
      if (isCommand(rest, context)) {
        parts.add(Folded.of(text.original().substring(start, found.start())));
        start = found.end();
      }
    }
    parts.add(Folded.of(text.original().substring(start)));
    return parts.stream().filter(part -> !part.original().isBlank()).toList();
  }

  private static boolean isCommand(Folded text, Context context) {
    Context alone = new Context(context.language(), context.now(), Dialogue.NONE);
    return Reading.of(text, alone)
        .map(Reading::understanding)
        .filter(understood -> !(understood instanceof Understanding.Unknown))
        .filter(understood -> !(understood instanceof Understanding.SmallTalk))
        .isPresent();
  }
}
