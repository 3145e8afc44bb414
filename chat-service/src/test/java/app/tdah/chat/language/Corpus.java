package app.tdah.chat.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** How the corpora write conversations and what they mean. */
final class Corpus {

  private static final List<String> ORDER =
      List.of(
          "text",
          "title",
          "name",
          "routine",
          "step",
          "steps",
          "dueAt",
          "recurrence",
          "changes",
          "from",
          "to",
          "subject",
          "body",
          "when",
          "minutes",
          "energy",
          "mode",
          "granularity");

  private Corpus() {}

  /** Turns of a conversation and what the last one means. */
  record Example(String language, String turns, String expected) {}

  /** All of one part: {@code development} or {@code held-out}. */
  static List<Example> of(String part) {
    try (InputStream in = Corpus.class.getResourceAsStream("/corpus/" + part + ".tsv")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", 3))
          .map(cells -> new Example(cells[0], cells[1], cells[2]))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the last turn is understood as. */
  static String read(String language, String turns, ZonedDateTime now) {
    List<Said> said = new ArrayList<>();
    for (String turn : turns.split(" \\| ")) {
      said.add(
          turn.startsWith("< ")
              ? new Said(false, turn.substring(2).replace(" / ", "\n"))
              : new Said(true, turn));
    }
    String last = said.removeLast().text();
    return describe(Interpreter.interpret(last, Locale.of(language), now, said), now);
  }

  static String describe(Understanding understanding, ZonedDateTime now) {
    return switch (understanding) {
      case Understanding.Commands commands ->
          commands.requests().stream()
              .map(request -> describe(request, now))
              .collect(Collectors.joining(" + "));
      case Understanding.SmallTalk talk -> talk.topic().name();
      case Understanding.Clarify question -> "ASK " + question.missing();
      case Understanding.Unknown _ -> "UNKNOWN";
    };
  }

  private static String describe(ToolRequest request, ZonedDateTime now) {
    StringJoiner arguments = new StringJoiner(";", request.name() + "{", "}");
    request.arguments().entrySet().stream()
        .sorted(Comparator.comparingInt(Corpus::order))
        .forEach(argument -> arguments.add(argument.getKey() + "=" + value(argument, now)));
    return arguments.toString();
  }

  private static int order(Map.Entry<String, Object> argument) {
    int index = ORDER.indexOf(argument.getKey());
    return index < 0 ? ORDER.size() + argument.getKey().charAt(0) : index;
  }

  private static String value(Map.Entry<String, Object> argument, ZonedDateTime now) {
    String value = argument.getValue().toString();
    return argument.getKey().equals("dueAt")
        ? LocalDateTime.ofInstant(Instant.parse(value), now.getZone()).toString()
        : value;
  }
}
