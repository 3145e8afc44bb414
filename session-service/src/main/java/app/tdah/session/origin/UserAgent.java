package app.tdah.session.device;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a User-Agent header says to people.
 *
 * @param browser such as {@code Firefox}; null when it cannot be told
 * @param system such as {@code Android}; null when it cannot be told
 */
record UserAgent(@Nullable String browser, @Nullable String system) {

  /** In this order, for every browser claims to be the ones further down. */
  private static final List<Map.Entry<String, String>> BROWSERS =
      List.of(
          Map.entry("Edg", "Edge"),
          Map.entry("OPR/", "Opera"),
          Map.entry("SamsungBrowser/", "Samsung Internet"),
          Map.entry("Firefox/", "Firefox"),
          Map.entry("FxiOS/", "Firefox"),
          Map.entry("CriOS/", "Chrome"),
          Map.entry("Chromium/", "Chromium"),
          Map.entry("Chrome/", "Chrome"),
          Map.entry("Safari/", "Safari"),
          Map.entry("curl/", "curl"));

  private static final List<Map.Entry<String, String>> SYSTEMS =
      List.of(
          Map.entry("iPhone", "iOS"),
          Map.entry("iPad", "iPadOS"),
          Map.entry("Android", "Android"),
          Map.entry("CrOS", "ChromeOS"),
          Map.entry("Windows", "Windows"),
          Map.entry("Mac OS X", "macOS"),
          Map.entry("Linux", "Linux"));

  static UserAgent parse(@Nullable String header) {
    return header == null
        ? new UserAgent(null, null)
        : new UserAgent(first(BROWSERS, header), first(SYSTEMS, header));
  }

  private static @Nullable String first(List<Map.Entry<String, String>> marks, String header) {
    for (Map.Entry<String, String> mark : marks) {
      if (header.contains(mark.getKey())) {
        return mark.getValue();
      }
    }
    return null;
  }
}
