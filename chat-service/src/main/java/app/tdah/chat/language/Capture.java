package app.tdah.chat.language;

import java.util.Optional;
import java.util.regex.Pattern;

/** Tells a line of quick-add from other words: it says when, or has signs such as #tag. */
final class Capture {

  private static final int MOST_WORDS = 10;
  private static final Pattern ASKS =
      Pattern.compile(
          ".*\\?$|^(?:what|who|why|how|when|where|which|is|are|was|will|does|do|did|can|could|should|would|i|you|he"
              + "|she|it|they|we|que|quien|por ?que|como|cuando|donde|cual|cuales|cuanto|es|esta|hay|sera|yo|tu|usted"
              + "|o que|quem|quando|onde|qual|quais|quanto|e|tem|vai|eu|voce|no|nao|si|sim|yes)\\b.*");

  private static final Pattern HAVING =
      Pattern.compile(
          "(?i)^(?:i have|i've got|tengo|(?:eu )?tenho)\\s+(?:an? |una? |uma? )?(?=\\S)");

  private Capture() {}

  /** The words of the task that a line names, if it is one. */
  static Optional<String> of(Folded text, Context context) {
    String words = HAVING.matcher(text.original().strip()).replaceFirst("");
    return Optional.of(words).filter(line -> isTask(Folded.of(line), context));
  }

  private static boolean isTask(Folded text, Context context) {
    String folded = text.folded().strip();
    if (ASKS.matcher(folded).matches() || folded.split("\\s+").length > MOST_WORDS) {
      return false;
    }
    QuickAddResult read = QuickAdd.parse(text, context.language(), context.now());
    return !read.understood().isEmpty()
        && !read.title().isBlank()
        && !QuickAdd.isOnlyTime(text, context.language(), context.now());
  }
}
