package app.tdah.chat.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One reading of a line: each phrase that is understood is taken out, and what is left is the
 * title.
 */
final class Scan {

  private static final Pattern SPACES = Pattern.compile("\\s+");

  /** Patterns are put together from words of a language: there are some hundreds of them. */
  private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

  private final Folded text;
  private final StringBuilder left;
  private final List<Found> found = new ArrayList<>();

  Scan(Folded text) {
    this.text = text;
    this.left = new StringBuilder(text.folded());
  }

  /** The pattern, which is compiled once. */
  static Pattern pattern(String regex) {
    return PATTERNS.computeIfAbsent(regex, Pattern::compile);
  }

  /** Takes out the first match that the reader accepts. */
  boolean take(Pattern pattern, String kind, Predicate<Reading> reader) {
    Matcher matcher = pattern.matcher(left);
    while (matcher.find()) {
      Reading reading = new Reading(matcher.toMatchResult(), text.original());
      if (reader.test(reading)) {
        note(matcher.start(), matcher.end(), kind, reading.value);
        return true;
      }
    }
    return false;
  }

  void takeAll(Pattern pattern, String kind, Predicate<Reading> reader) {
    while (take(pattern, kind, reader)) {
      // Until no match is left: each one is blanked out.
    }
  }

  private void note(int start, int end, String kind, String value) {
    found.add(new Found(start, end, kind, text.original().substring(start, end).strip(), value));
    for (int i = start; i < end; i++) {
      left.setCharAt(i, '\u0001');
    }
  }

  /** The original text without what was taken out. */
  String rest() {
    StringBuilder rest = new StringBuilder();
    for (int i = 0; i < left.length(); i++) {
      rest.append(left.charAt(i) == '\u0001' ? ' ' : text.original().charAt(i));
    }
    return SPACES.matcher(rest).replaceAll(" ").strip();
  }

  List<QuickAddResult.Understood> understood() {
    return found.stream()
        .sorted(Comparator.comparingInt(Found::start))
        .map(each -> new QuickAddResult.Understood(each.kind, each.words, each.value))
        .toList();
  }

  private record Found(int start, int end, String kind, String words, String value) {}

  /** A match, and the place for what it was read as. */
  static final class Reading {

    private final MatchResult match;
    private final String original;
    private String value = "";

    private Reading(MatchResult match, String original) {
      this.match = match;
      this.original = original;
    }

    String group(int index) {
      String group = match.group(index);
      return group == null ? "" : group;
    }

    /** The group in small letters, with its accents. */
    String written(int index) {
      return original
          .substring(match.start(index), match.end(index))
          .toLowerCase(java.util.Locale.ROOT);
    }

    boolean has(int index) {
      return match.group(index) != null;
    }

    /** The first group that took part. */
    String firstGroup() {
      int index = 1;
      while (!has(index)) {
        index++;
      }
      return group(index);
    }

    /** Accepts the match. */
    boolean as(Object value) {
      this.value = value.toString();
      return true;
    }
  }
}
