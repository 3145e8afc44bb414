package app.tdah.devstack.launcher;

import app.tdah.devstack.process.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code ASSISTANT_…} variables: those of the environment, then those of the file {@code .env}.
 */
final class Settings {

  private static final String PREFIX = "ASSISTANT_";

  private final Path home;
  private final Map<String, String> values;

  Settings(Path home, Map<String, String> environment) {
    this.home = home.toAbsolutePath().normalize();
    this.values = new HashMap<>(dotEnv(this.home.resolve(".env")));
    environment.forEach((key, value) -> {
      if (key.startsWith(PREFIX)) {
        values.put(key, value);
      }
    });
    values.values().removeIf(String::isBlank);
  }

  /** The repository's root. */
  Path home() {
    return home;
  }

  /** Where everything is that outlives a run. */
  Path data() {
    return home.resolve(value("DATA_DIR").orElse(".data"));
  }

  Path data(String name) {
    return data().resolve(name);
  }

  Path log(String component) {
    return data("logs").resolve(component + ".log");
  }

  /** The value of {@code ASSISTANT_} and this name, if it is set and not blank. */
  Optional<String> value(String name) {
    return Optional.ofNullable(values.get(PREFIX + name));
  }

  /** A port: as set, else the usual one moved by {@code ASSISTANT_PORT_OFFSET}. */
  int port(String name, int usual) {
    return number(name + "_PORT").orElse(usual + number("PORT_OFFSET").orElse(0));
  }

  /** Everything that is set, to be handed on. */
  Map<String, String> all() {
    return Map.copyOf(values);
  }

  private Optional<Integer> number(String name) {
    return value(name)
        .map(text -> {
          try {
            return Integer.valueOf(text.strip());
          } catch (NumberFormatException e) {
            throw new CannotStart(
                "%s%s must be a number, not \"%s\".".formatted(PREFIX, name, text), e);
          }
        });
  }

  private static Map<String, String> dotEnv(Path file) {
    Map<String, String> values = new HashMap<>();
    if (!Files.isReadable(file)) {
      return values;
    }
    try {
      for (String line : Files.readAllLines(file)) {
        String text = line.strip().replaceFirst("^export\\s+", "");
        int equals = text.indexOf('=');
        if (!text.startsWith("#") && equals > 0) {
          values.put(
              text.substring(0, equals).strip(), unquoted(text.substring(equals + 1).strip()));
        }
      }
    } catch (IOException e) {
      throw new CannotStart("%s cannot be read: %s".formatted(file, e.getMessage()), e);
    }
    return values;
  }

  private static String unquoted(String text) {
    boolean quoted =
        text.length() > 1
            && (text.charAt(0) == '"' || text.charAt(0) == '\'')
            && text.charAt(0) == text.charAt(text.length() - 1);
    return quoted ? text.substring(1, text.length() - 1) : text.replaceFirst("\\s+#.*$", "");
  }
}
