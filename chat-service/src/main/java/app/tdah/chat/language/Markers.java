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
              + "(?:energy|energia):(high|alta|medium|media|normal|low|baja|baixa)(?![\\p{L}\\p{N}])");
  private static final Pattern ESTIMATE =
      Pattern.compile(START + "~(?:(\\d{1,2})h(\\d{1,2})?|(\\d{1,4})(?:m|min)?)(?![\\p{L}\\p{N}])");
  private static final Map<Language, Pattern> DURATION =
      Map.of(
          Language.EN, Pattern.compile("\\bfor (\\d{1,3}) ?(minutes?|mins?|hours?|hrs?)\\b"),
          Language.ES, Pattern.compile("\\b(?:durante|por) (\\d{1,3}) ?(minutos?|min|horas?)\\b"),
          Language.PT, Pattern.compile("\\b(?:durante|por) (\\d{1,3}) ?(minutos?|min|horas?)\\b"));

  final List<String> tags = new ArrayList<>();
  @Nullable String context;
  @Nullable String project;
  Priority priority = Priority.NORMAL;
  Energy energy = Energy.MEDIUM;
  @Nullable Integer estimateMinutes;

  static Markers read(Scan scan, Language language) {
    Markers markers = new Markers();
    scan.takeAll(TAG, "tag", found -> markers.tag(found));
    scan.take(CONTEXT, "context", found -> found.as(markers.context = found.group(1)));
    scan.take(PROJECT, "project", found -> found.as(markers.project = found.group(1)));
    scan.take(PRIORITY, "priority", found -> found.as(markers.priority = priority(found.group(1))));
    scan.take(ENERGY, "energy", found -> found.as(markers.energy = energy(found.group(1))));
    scan.take(ESTIMATE, "estimate", markers::estimate);
    if (markers.estimateMinutes == null) {
      scan.take(language.from(DURATION), "estimate", markers::duration);
    }
    return markers;
  }

  private boolean tag(Scan.Reading found) {
    if (!tags.contains(found.group(1))) {
      tags.add(found.group(1));
    }
    return found.as(found.group(1));
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

  private boolean duration(Scan.Reading found) {
    int amount = Integer.parseInt(found.group(1));
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
