package app.tdah.oauth.provider;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a user can let the assistant reach in an account. */
public enum Capability {
  CALENDAR;

  /** The name in the API: {@code calendar}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The capability of that API name, if there is one. */
  public static Optional<Capability> of(String wireName) {
    return Arrays.stream(values()).filter(c -> c.wireName().equals(wireName)).findAny();
  }

  /** Comma separated API names, for a column. */
  public static String join(Set<Capability> capabilities) {
    return capabilities.stream()
        .map(Capability::wireName)
        .sorted()
        .collect(Collectors.joining(","));
  }

  /** What {@link #join} joined; unknown names are dropped. */
  public static Set<Capability> split(String joined) {
    EnumSet<Capability> result = EnumSet.noneOf(Capability.class);
    for (String name : joined.split(",", -1)) {
      of(name).ifPresent(result::add);
    }
    return Set.copyOf(result);
  }
}
