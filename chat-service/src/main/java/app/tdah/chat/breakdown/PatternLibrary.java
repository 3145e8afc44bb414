package app.tdah.chat.breakdown;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What is known of common tasks, in three languages, without asking any model. */
@Component
class PatternLibrary {

  private static final List<String> FILES =
      List.of("chores.txt", "studies.txt", "work.txt", "admin.txt", "health.txt");

  private final List<StepPattern> patterns =
      FILES.stream().flatMap(file -> PatternReader.read(file).stream()).toList();
  private final StepPattern any = PatternReader.read("any.txt").getFirst();

  /** The pattern that a title fits best, whatever the language it is written in. */
  Optional<StepPattern> find(String title) {
    List<String> words = Words.of(title);
    return patterns.stream()
        .filter(pattern -> pattern.fits(words) > 0)
        .max(Comparator.comparingInt(pattern -> pattern.fits(words)));
  }

  /** For everything else. */
  StepPattern any() {
    return any;
  }

  Stream<StepPattern> all() {
    return patterns.stream();
  }
}
