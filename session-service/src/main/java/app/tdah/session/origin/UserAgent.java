package app.tdah.session.origin;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ua_parser.CachingParser;
import ua_parser.Client;
import ua_parser.Parser;

/**
 * What a User-Agent header says to people, by the expressions of the ua-parser project.
 *
 * @param browser such as {@code Firefox}; null when it cannot be told
 * @param system such as {@code Android}; null when it cannot be told
 */
public record UserAgent(@Nullable String browser, @Nullable String system) {

  private static final UserAgent UNKNOWN = new UserAgent(null, null);
  private static final String NONE = "Other";
  private static final int LONGEST = 512;
  private static final Parser PARSER = new CachingParser();

  /** Kinds of one browser that people call by one name. */
  private static final Pattern KIND =
      Pattern.compile("^(?:Headless|Mobile )|(?: Mobile| iOS| WebView)+$");

  private static final Map<String, String> SYSTEMS =
      Map.of("Mac OS X", "macOS", "Chrome OS", "ChromeOS", "Ubuntu", "Linux", "Fedora", "Linux");

  /** Reads a header; says nothing of one that is missing or unknown. */
  public static UserAgent parse(@Nullable String header) {
    if (header == null || header.isBlank()) {
      return UNKNOWN;
    }
    Client client = PARSER.parse(header.substring(0, Math.min(LONGEST, header.length())));
    String browser = known(client.userAgent.family);
    String system = known(client.os.family);
    return new UserAgent(
        browser == null ? null : KIND.matcher(browser).replaceAll(""),
        system == null ? null : SYSTEMS.getOrDefault(system, system));
  }

  /** Browser and system in one, such as {@code Firefox, Linux}; null when neither can be told. */
  public @Nullable String describe() {
    String text =
        Stream.of(browser, system).filter(s -> s != null).collect(Collectors.joining(", "));
    return text.isEmpty() ? null : text;
  }

  private static @Nullable String known(@Nullable String family) {
    return family == null || family.equals(NONE) ? null : family;
  }
}
