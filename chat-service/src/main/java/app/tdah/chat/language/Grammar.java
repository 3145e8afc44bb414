package app.tdah.chat.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All that can be said in one language, from a resource: {@code NAME = pattern} defines a part that
 * {@code {NAME}} stands for, {@code [tool argument=value]} heads the ways in which a tool is asked
 * for, one on each line. The first rule that fits wins.
 */
final class Grammar {

  private static final Pattern PART = Pattern.compile("\\{([A-Z]+)}");
  private static final Pattern DEFINITION = Pattern.compile("([A-Z]+) = (.*)");
  private static final Pattern LITERAL =
      Pattern.compile("(?<![\\\\<\\p{L}])[a-z]{4,}(?![\\p{L}>=])");

  private static final Map<Language, Grammar> ALL = new EnumMap<>(Language.class);

  static {
    Arrays.stream(Language.values()).forEach(each -> ALL.put(each, new Grammar(each)));
  }

  private final Map<String, String> parts = new LinkedHashMap<>();
  private final List<Rule> rules = new ArrayList<>();
  private final Set<String> words = new TreeSet<>();
  private String name = "";
  private boolean weak;
  private Map<String, String> fixed = Map.of();

  private Grammar(Language language) {
    lines(language).map(String::strip).filter(line -> !line.isEmpty()).forEach(this::read);
  }

  static Grammar of(Language language) {
    return language.from(ALL);
  }

  private static java.util.stream.Stream<String> lines(Language language) {
    String resource = language.code() + ".grammar";
    try (InputStream in = Grammar.class.getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8)
          .lines();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(String line) {
    Matcher definition = DEFINITION.matcher(line);
    if (line.startsWith("#")) {
      return;
    }
    if (line.startsWith("[")) {
      head(line.substring(1, line.length() - 1).split(" "));
    } else if (definition.matches()) {
      parts.put(definition.group(1), expanded(definition.group(2)));
    } else {
      String pattern = expanded(line);
      LITERAL.matcher(pattern).results().forEach(word -> words.add(word.group()));
      rules.add(Rule.of(name, fixed, weak, pattern));
    }
  }

  private void head(String[] words) {
    name = words[0];
    weak = Arrays.asList(words).contains("weak");
    fixed = new LinkedHashMap<>();
    Arrays.stream(words)
        .map(word -> word.split("=", 2))
        .filter(pair -> pair.length == 2)
        .forEach(pair -> fixed.put(pair[0], pair[1]));
  }

  private String expanded(String pattern) {
    return PART.matcher(pattern)
        .replaceAll(part ->
            Matcher.quoteReplacement(
                Objects.requireNonNull(parts.get(part.group(1)), part.group())));
  }

  List<Rule> rules() {
    return rules;
  }

  /** A part by its name. */
  String part(String part) {
    return Objects.requireNonNull(parts.get(part), part);
  }

  /** The words that rules are made of, of at least four letters. */
  Set<String> words() {
    return words;
  }
}
