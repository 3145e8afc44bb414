package app.tdah.chat.language;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How many utterances of a part of the corpus are understood as they are meant. */
record Score(String part, int right, int all, List<String> mistakes) {

  static Score of(String part, ZonedDateTime now) {
    List<Corpus.Example> examples = Corpus.of(part);
    List<String> mistakes = new ArrayList<>();
    for (Corpus.Example example : examples) {
      String understood = Corpus.read(example.language(), example.turns(), now);
      if (!understood.equals(example.expected())) {
        mistakes.add(
            "%s: %s%n  meant %s%n  read  %s"
                .formatted(example.language(), example.turns(), example.expected(), understood));
      }
    }
    return new Score(part, examples.size() - mistakes.size(), examples.size(), mistakes);
  }

  double share() {
    return (double) right / all;
  }

  String wrong() {
    return String.join("\n", mistakes);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s %d/%d = %.1f %%", part, right, all, 100 * share());
  }
}
