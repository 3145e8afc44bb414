package app.tdah.chat.breakdown;

import app.tdah.chat.language.Language;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How a common kind of task is usually done.
 *
 * @param phrases what such a task is called, in every language; each phrase is a list of words
 * @param steps in order; the first one is physical
 */
record StepPattern(String key, List<List<String>> phrases, List<Step> steps) {

  /** A step in every language. */
  record Step(int minutes, Map<Language, String> texts) {

    ProposedStep in(Language language, String title) {
      return new ProposedStep(
          Objects.requireNonNull(texts.get(language)).replace("{0}", title), minutes);
    }
  }

  /** How well it fits a title: the letters of its best phrase of which all words are there. */
  int fits(List<String> title) {
    return phrases.stream()
        .filter(phrase ->
            phrase.stream().allMatch(known -> title.stream().anyMatch(w -> Words.means(w, known))))
        .mapToInt(phrase -> phrase.stream().mapToInt(String::length).sum())
        .max()
        .orElse(0);
  }

  List<ProposedStep> in(Language language, String title) {
    return steps.stream().map(step -> step.in(language, title)).toList();
  }
}
