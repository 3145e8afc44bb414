package app.tdah.chat.language;

import app.tdah.chat.language.Understanding.Clarify;
import app.tdah.chat.language.Understanding.Commands;
import app.tdah.chat.language.Understanding.Unknown;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads a message to the assistant as commands, small talk or a question back: the local model's
 * understanding.
 */
public final class Interpreter {

  /** What is longer is a text, not a command. */
  private static final int LONGEST = 600;

  private Interpreter() {}

  /**
   * Reads a message.
   *
   * @param locale the user's language, where the words leave it open
   * @param now the user's moment and zone
   */
  public static Understanding interpret(String text, Locale locale, ZonedDateTime now) {
    return interpret(text, locale, now, Dialogue.NONE);
  }

  /**
   * Reads a message in its conversation.
   *
   * @param before what was said before, the oldest first
   */
  public static Understanding interpret(
      String text, Locale locale, ZonedDateTime now, List<Said> before) {
    return interpret(text, locale, now, Dialogue.of(before, locale, now));
  }

  static Understanding interpret(String text, Locale locale, ZonedDateTime now, Dialogue dialogue) {
    Folded folded = Folded.of(text.strip());
    Locale spoken = dialogue.language() == null ? locale : Locale.of(dialogue.language().code());
    Language language = Language.detect(folded, spoken);
    List<Context> contexts =
        Stream.concat(Stream.of(language), Stream.of(Language.values()))
            .distinct()
            .map(each -> new Context(each, now, dialogue))
            .toList();
    if (text.length() > LONGEST) {
      return unknown(contexts.getFirst());
    }
    return contexts.stream()
        .flatMap(context -> read(Spelling.ofTime(folded, context.language()), context).stream())
        .findFirst()
        .or(() -> respelled(folded, contexts))
        .or(() -> captured(folded, contexts.getFirst()))
        .orElseGet(() -> unknown(contexts.getFirst()));
  }

  private static Optional<Understanding> respelled(Folded text, List<Context> contexts) {
    return contexts.stream()
        .flatMap(context ->
            Spelling.corrections(Spelling.ofTime(text, context.language()), context.language())
                .flatMap(corrected -> read(corrected, context).stream()))
        .findFirst();
  }

  /** "Dentist friday 10am" names what and when: that is a task. */
  private static Optional<Understanding> captured(Folded text, Context context) {
    return Optional.of(text)
        .filter(_ -> context.dialogue().open() == null)
        .flatMap(line -> Capture.of(line, context))
        .map(words -> new ToolRequest("add_task", Map.of("text", words)))
        .map(request -> new Commands(context.language(), List.of(request)));
  }

  /** What was not understood after a question makes the question be asked again. */
  private static Understanding unknown(Context context) {
    Clarify open = context.dialogue().open();
    return open == null ? new Unknown(context.language()) : open;
  }

  private static Optional<Understanding> read(Folded text, Context context) {
    Optional<Reading> whole = Reading.of(text, context);
    if (whole.isPresent() && !whole.get().mayHoldMore()) {
      return whole.map(Reading::understanding);
    }
    List<ToolRequest> requests = Joints.commands(text, context);
    return requests.size() > 1 || (whole.isEmpty() && !requests.isEmpty())
        ? Optional.of(new Commands(context.language(), requests))
        : whole.map(Reading::understanding);
  }
}
