package app.tdah.chat.breakdown;

import app.tdah.chat.language.Language;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;

/** Reads the files of patterns; their first lines tell the format. */
final class PatternReader {

  /** Words that may be missing in what somebody types. */
  private static final Set<String> FILLERS = Set.of("the", "a", "de", "do", "da", "el", "la", "o");

  private final List<StepPattern> patterns = new ArrayList<>();
  private String key = "";
  private List<List<String>> phrases = new ArrayList<>();
  private List<StepPattern.Step> steps = new ArrayList<>();

  private PatternReader() {}

  static List<StepPattern> read(String file) {
    PatternReader reader = new PatternReader();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new ClassPathResource("breakdown/" + file).getInputStream(),
                StandardCharsets.UTF_8))) {
      lines.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(reader::line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    reader.end();
    return reader.patterns;
  }

  private void line(String line) {
    if (line.startsWith("== ")) {
      end();
      key = line.substring(3);
    } else if (Character.isDigit(line.charAt(0))) {
      steps.add(step(line));
    } else if (line.charAt(0) != '#') {
      phrases(line.substring(line.indexOf(':') + 1));
    }
  }

  private void phrases(String line) {
    for (String phrase : line.split(",")) {
      List<String> words =
          Words.of(phrase).stream().filter(word -> !FILLERS.contains(word)).toList();
      if (!words.isEmpty()) {
        phrases.add(words);
      }
    }
  }

  private StepPattern.Step step(String line) {
    String[] parts = line.split(" ", 2);
    List<String> texts = Arrays.stream(parts[1].split("\\|")).map(String::strip).toList();
    Language[] languages = Language.values();
    if (texts.size() != languages.length) {
      throw new IllegalStateException("a step of " + key + " is not in every language: " + line);
    }
    Map<Language, String> byLanguage = new EnumMap<>(Language.class);
    for (Language language : languages) {
      byLanguage.put(language, texts.get(language.ordinal()));
    }
    return new StepPattern.Step(Integer.parseInt(parts[0]), byLanguage);
  }

  private void end() {
    if (!key.isEmpty()) {
      patterns.add(new StepPattern(key, List.copyOf(phrases), List.copyOf(steps)));
    }
    phrases = new ArrayList<>();
    steps = new ArrayList<>();
  }
}
