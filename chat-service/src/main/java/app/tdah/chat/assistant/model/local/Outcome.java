package app.tdah.chat.assistant.model.local;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a tool's result is about, read by the names that results have in common. */
record Outcome(JsonNode result, ZoneId zone) {

  private static final List<String> WORDS =
      List.of(
          "title", "text", "name", "fact", "parked", "subject", "summary", "snippet", "content",
          "label", "query", "body", "tool");
  private static final List<String> INSIDE =
      List.of(
          "step", "task", "reminder", "event", "routine", "memory", "approval", "item", "message");
  private static final List<String> MOMENTS =
      List.of(
          "dueAt", "at", "when", "startAt", "startsAt", "start", "from", "dueDate", "date", "day");
  private static final List<String> SPANS = List.of("estimateMinutes", "minutes", "plannedMinutes");

  /** What it is about; empty when the result names nothing. */
  Optional<String> subject() {
    return named(result).flatMap(node -> words(node));
  }

  /** The part of the result that has the words: itself, or what is inside. */
  private static Optional<JsonNode> named(JsonNode node) {
    return words(node).isPresent()
        ? Optional.of(node)
        : INSIDE.stream()
            .map(node::path)
            .filter(inner -> inner.isObject() || inner.isString())
            .flatMap(inner -> named(inner).stream())
            .findFirst();
  }

  private static Optional<String> words(JsonNode node) {
    return Stream.concat(Stream.of(node), WORDS.stream().map(node::path))
        .filter(JsonNode::isString)
        .map(JsonNode::stringValue)
        .filter(text -> !text.isBlank())
        .findFirst();
  }

  /** The first list in it, if there is one. */
  Optional<List<Outcome>> items() {
    return list(result)
        .or(() -> result.values().stream().flatMap(inner -> list(inner).stream()).findFirst());
  }

  private Optional<List<Outcome>> list(JsonNode node) {
    List<JsonNode> candidates = new ArrayList<>(node.isArray() ? List.of(node) : node.values());
    return candidates.stream()
        .filter(JsonNode::isArray)
        .filter(array -> array.isEmpty() || !array.get(0).isNumber())
        .findFirst()
        .map(array -> array.values().stream().map(item -> new Outcome(item, zone)).toList());
  }

  /** As one line: what, when and how long. */
  String line(Days days, Sayings sayings) {
    Outcome named = named(result).map(node -> new Outcome(node, zone)).orElse(this);
    String words = named.subject().orElse("…");
    // Time set aside for a task is said before the task's own.
    boolean own = time() != null || date() != null;
    String when = own ? days.when(time(), date()) : days.when(named.time(), named.date());
    String timed = when == null ? words : words + ", " + when;
    return named
        .minutes()
        .map(span -> timed + " (" + sayings.say("minutes", span) + ")")
        .orElse(timed);
  }

  Optional<Integer> minutes() {
    return SPANS.stream()
        .map(result::path)
        .filter(JsonNode::isNumber)
        .map(node -> node.decimalValue().intValue())
        .findFirst();
  }

  private @Nullable LocalDateTime time() {
    return MOMENTS.stream().flatMap(name -> moment(name).stream()).findFirst().orElse(null);
  }

  private @Nullable LocalDate date() {
    return MOMENTS.stream()
        .flatMap(name -> text(name).stream())
        .flatMap(text -> day(text).stream())
        .findFirst()
        .orElse(null);
  }

  /** A moment as the user's clock shows it. */
  Optional<LocalDateTime> moment(String name) {
    return text(name).filter(text -> text.contains("T")).flatMap(this::parsed);
  }

  private Optional<LocalDateTime> parsed(String text) {
    try {
      boolean placed = text.endsWith("Z") || text.matches(".*[+-]\\d\\d:\\d\\d$");
      return Optional.of(
          placed
              ? OffsetDateTime.parse(text).atZoneSameInstant(zone).toLocalDateTime()
              : LocalDateTime.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private Optional<String> text(String name) {
    JsonNode node = result.path(name);
    return node.isString() ? Optional.of(node.stringValue()) : Optional.empty();
  }

  /** Whether the tool waits for the user's approval. */
  boolean isWaiting() {
    String status = text("status").orElse("");
    return result.has("approvalId")
        || List.of("APPROVAL_REQUIRED", "PENDING_APPROVAL", "WAITING_FOR_APPROVAL")
            .contains(status);
  }
}
