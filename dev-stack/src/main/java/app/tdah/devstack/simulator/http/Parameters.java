package app.tdah.devstack.simulator.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decoded parameters of a query string or of a form body; a name may come several times. */
public record Parameters(Map<String, List<String>> values) {

  /** Parses {@code a=1&b=2}; throws {@link IllegalArgumentException} on a broken escape. */
  public static Parameters parse(@Nullable String encoded) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String pair : encoded == null ? new String[0] : encoded.split("&")) {
      if (pair.isEmpty()) {
        continue;
      }
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      values.computeIfAbsent(decode(name), _ -> new ArrayList<>()).add(decode(value));
    }
    return new Parameters(values);
  }

  /** The first value of that name that is not blank. */
  public Optional<String> get(String name) {
    return all(name).stream().filter(value -> !value.isBlank()).findFirst();
  }

  public String get(String name, String otherwise) {
    return get(name).orElse(otherwise);
  }

  public List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  public boolean has(String name) {
    return values.containsKey(name);
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
