package app.tdah.chat.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One way to say something: a pattern over the folded text with slots such as {@code <title>}.
 *
 * @param name a tool, or a topic of small talk, or {@code unknown}
 * @param fixed arguments that follow from the words of the rule alone
 * @param weak whether it reads almost anything, so that an answer to a question goes first
 */
record Rule(
    String name,
    Map<String, String> fixed,
    boolean weak,
    Pattern shortest,
    Pattern longest,
    List<Slot> slots) {

  private static final Pattern SLOT = Pattern.compile("<([a-z]+)(?:=([^>]*))?>");

  static Rule of(String name, Map<String, String> fixed, boolean weak, String pattern) {
    List<Slot> slots = new ArrayList<>();
    return new Rule(
        name,
        fixed,
        weak,
        compile(pattern, ".+?", slots),
        compile(pattern, ".+", new ArrayList<>()),
        slots);
  }

  private static Pattern compile(String pattern, String any, List<Slot> slots) {
    String regex =
        SLOT.matcher(pattern)
            .replaceAll(found -> {
              slots.add(Slot.of(found.group(1)));
              String words = found.group(2) == null ? any : found.group(2);
              return Matcher.quoteReplacement(
                  "(?<s%d>%s)"
                      .formatted(slots.size(), slots.getLast().isTime() ? "" + View.TIME : words));
            });
    return Pattern.compile("^ ?(?:" + regex + ")$");
  }

  /** Whether the last words may be anything, other commands among them. */
  boolean swallows() {
    return slots.stream().anyMatch(Slot::swallows);
  }

  /** What the message means by this rule; empty when it is not said in this way. */
  Optional<Filling> read(View view, Context context) {
    if (view.isTimed() != slots.stream().anyMatch(Slot::isTime) && !readsTimeItself(view)) {
      return Optional.empty();
    }
    return read(shortest, view, context).or(() -> read(longest, view, context));
  }

  private boolean readsTimeItself(View view) {
    return view.isTimed()
        && (slots.contains(Slot.REMINDER) || name.equals("add_task") && slots.contains(Slot.TEXT));
  }

  private static boolean matches(Matcher words) {
    try {
      return words.matches();
    } catch (Bounded.TooHard e) {
      return false;
    }
  }

  private Optional<Filling> read(Pattern pattern, View view, Context context) {
    // Parts of a rule begin with their space, and any part may be the first.
    Matcher words = pattern.matcher(Bounded.of(" " + view.text().folded()));
    if (!matches(words)) {
      return Optional.empty();
    }
    Filling filling = new Filling(this, context);
    for (int i = 0; i < slots.size(); i++) {
      int group = words.start("s" + (i + 1));
      if (group >= 0
          && !slots
              .get(i)
              .read(view.original(Math.max(0, group - 1), words.end("s" + (i + 1)) - 1), filling)) {
        return Optional.empty();
      }
    }
    return Optional.of(filling);
  }
}
