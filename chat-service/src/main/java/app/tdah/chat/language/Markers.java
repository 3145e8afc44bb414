package app.tdah.chat.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The signs of quick-add, the same in every language: {@code #tag @context /project !high ~15m
 * energy:low}.
 */
final class Markers {

  private static final String START = "(?<![^\\s])";
  private static final Pattern TAG = Pattern.compile(START + "#([\\p{L}\\p{N}_-]+)");
  private static final Pattern CONTEXT = Pattern.compile(START + "@([\\p{L}\\p{N}_-]+)");
  private static final Pattern PROJECT = Pattern.compile(START + "/([\\p{L}][\\p{L}\\p{N}_-]*)");
  private static final Pattern PRIORITY =
      Pattern.compile(
          START
              + "!(!|1|2|3|high|alta|alto|normal|media|medio|low|baja|bajo|baixa|baixo)(?![\\p{L}\\p{N}])");
  private static final Pattern ENERGY =
      Pattern.compile(
          START
              + "(?:(?:energy|energia):|\\*)(high|alta|medium|media|normal|low|baja|baixa)(?![\\p{L}\\p{N}])");
  private static final Pattern ESTIMATE =
      Pattern.compile(
          START
              + "~(?:(\\d{1,2})h(?:(\\d{1,2})(?:m|min)?)?|(\\d{1,4})(?:m|min)?)(?![\\p{L}\\p{N}])");
  private static final Map<Language, Pattern> DURATION =
      Map.of(
          Language.EN, lasting("for", Language.EN, "minutes?|mins?|hours?|hrs?", "half an hour"),
          Language.ES, lasting("(?:durante|por)", Language.ES, "minutos?|min|horas?", "media hora"),
          Language.PT, lasting("(?:durante|por)", Language.PT, "minutos?|min|horas?", "meia hora"));

  final List<String> tags = new ArrayList<>();
  @Nullable String context;
  @Nullable String project;
  Priority priority = Priority.NORMAL;
  Energy energy = Energy.MEDIUM;
  @Nullable Integer estimateMinutes;

  private static Pattern lasting(String during, Language language, String units, String half) {
    return Pattern.compile(
        "\\b%s (?:(%s) ?(%s)|%s)\\b"
            .formatted(during, Vocabulary.of(language).anyNumber(), units, half));
  }

  static Markers read(Scan scan, Language language) {
    Markers markers = new Markers();
    scan.takeAll(TAG, "tag", found -> markers.tag(found));
    scan.take(CONTEXT, "context", found -> found.as(markers.context = found.written(1)));
    scan.take(PROJECT, "project", found -> found.as(markers.project = found.written(1)));
    scan.take(PRIORITY, "priority", found -> found.as(markers.priority = priority(found.group(1))));
    scan.take(ENERGY, "energy", found -> found.as(markers.energy = energy(found.group(1))));
    scan.take(ESTIMATE, "estimate", markers::estimate);
    if (markers.estimateMinutes == null) {
      scan.take(
          language.from(DURATION),
          "estimate",
          found -> markers.duration(found, Vocabulary.of(language)));
    }
    return markers;
  }

  private boolean tag(Scan.Reading found) {
    String tag = found.written(1);
    if (!tags.contains(tag)) {
      tags.add(tag);
    }
    return found.as(tag);
  }

  private boolean estimate(Scan.Reading found) {
    int minutes =
        found.has(1)
            ? 60 * Integer.parseInt(found.group(1))
                + (found.has(2) ? Integer.parseInt(found.group(2)) : 0)
            : Integer.parseInt(found.group(3));
    estimateMinutes = minutes;
    return minutes > 0 && found.as(minutes);
  }

  private boolean duration(Scan.Reading found, Vocabulary vocabulary) {
    int amount = found.has(1) ? vocabulary.number(found.group(1)) : 30;
    estimateMinutes = found.group(2).startsWith("h") ? amount * 60 : amount;
    return amount > 0 && found.as(estimateMinutes);
  }

  private static Priority priority(String word) {
    return switch (word) {
      case "!", "1", "high", "alta", "alto" -> Priority.HIGH;
      case "3", "low", "baja", "bajo", "baixa", "baixo" -> Priority.LOW;
      default -> Priority.NORMAL;
    };
  }

  private static Energy energy(String word) {
    return switch (word) {
      case "high", "alta" -> Energy.HIGH;
      case "low", "baja", "baixa" -> Energy.LOW;
      default -> Energy.MEDIUM;
    };
  }
}
