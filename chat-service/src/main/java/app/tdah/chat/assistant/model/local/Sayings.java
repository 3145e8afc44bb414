package app.tdah.chat.assistant.model.local;

import app.tdah.chat.language.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** What the local model says about each tool, in one language, by name. */
final class Sayings {

  private static final Map<Language, Sayings> ALL = new EnumMap<>(Language.class);

  static {
    Arrays.stream(Language.values()).forEach(each -> ALL.put(each, new Sayings(each)));
  }

  private final Properties texts = new Properties();

  private Sayings(Language language) {
    String resource = language.code() + ".sayings";
    try (InputStream in = Sayings.class.getResourceAsStream(resource);
        Reader reader =
            new InputStreamReader(Objects.requireNonNull(in, resource), StandardCharsets.UTF_8)) {
      texts.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Sayings of(Language language) {
    return Objects.requireNonNull(ALL.get(language));
  }

  Set<String> names() {
    return texts.stringPropertyNames();
  }

  Optional<String> find(String name, Object... parts) {
    return Optional.ofNullable(texts.getProperty(name)).map(text -> filled(text, parts));
  }

  String say(String name, Object... parts) {
    return find(name, parts).orElseThrow(() -> new IllegalArgumentException(name));
  }

  /** In one pass: what is filled in may have braces of its own. */
  private static String filled(String text, Object... parts) {
    StringBuilder said = new StringBuilder();
    int from = 0;
    for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
      int part = text.charAt(open + 1) - '0';
      said.append(text, from, open).append(part < parts.length ? parts[part] : "");
      from = open + 3;
    }
    return said.append(text.substring(from)).toString();
  }

  /** What can be asked for with these tools, with an example each. */
  String abilities(Set<String> tools) {
    List<String> lines =
        ABILITIES.stream().filter(tools::contains).map(tool -> say("can." + tool)).toList();
    return lines.isEmpty() ? "" : say("abilities") + "\n· " + String.join("\n· ", lines);
  }

  private static final List<String> ABILITIES =
      List.of(
          "add_task",
          "next_task",
          "complete_task",
          "break_down",
          "create_reminder",
          "start_focus",
          "plan_day",
          "create_routine",
          "calendar_events",
          "create_calendar_event",
          "send_email",
          "search_mail",
          "remember",
          "undo");
}
