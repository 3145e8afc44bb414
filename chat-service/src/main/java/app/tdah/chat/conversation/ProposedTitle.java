package app.tdah.chat.conversation;

import java.text.BreakIterator;
import java.util.Locale;

/** What a conversation is called until its user gives it a name: the first words said in it. */
final class ProposedTitle {

  private static final int LENGTH = 60;

  private ProposedTitle() {}

  static String of(String content) {
    String line =
        content.lines().map(String::strip).filter(l -> !l.isEmpty()).findFirst().orElse("");
    if (line.length() <= LENGTH) {
      return line;
    }
    BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
    words.setText(line);
    int end = words.preceding(LENGTH);
    return line.substring(0, end > LENGTH / 2 ? end : characters(line)).strip() + "…";
  }

  /** Where to cut a word that is too long itself, without cutting a character. */
  private static int characters(String line) {
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(line);
    return characters.preceding(LENGTH);
  }
}
