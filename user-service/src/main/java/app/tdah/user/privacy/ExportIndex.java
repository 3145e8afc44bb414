package app.tdah.user.privacy;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.springframework.web.util.HtmlUtils;

/** The pages of an export that say what is where, in the user's language. */
final class ExportIndex {

  private final ResourceBundle texts;
  private final Locale locale;
  private final String date;
  private final Map<String, Map<String, Integer>> services = new LinkedHashMap<>();

  ExportIndex(Locale locale, Instant madeAt) {
    this.texts =
        ResourceBundle.getBundle(
            "privacy/index",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    this.locale = locale;
    this.date =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
            .withLocale(locale)
            .format(madeAt.atZone(ZoneOffset.UTC));
  }

  /** A service's file, and how many entries of each kind are in it. */
  void add(String service, Map<String, Integer> entries) {
    services.put(service, entries);
  }

  String plain() {
    StringBuilder page = new StringBuilder();
    page.append(texts.getString("title")).append("\n\n").append(intro()).append("\n");
    services.forEach((service, entries) -> {
      page.append('\n').append(service).append(".json\n  ").append(label(service)).append('\n');
      lines(entries).forEach(line -> page.append("  - ").append(line).append('\n'));
    });
    return page.append('\n').append(texts.getString("hidden")).append('\n').toString();
  }

  String html() {
    StringBuilder page = new StringBuilder();
    page.append("<!doctype html>\n<html lang=\"")
        .append(locale.getLanguage())
        .append("\">\n<head><meta charset=\"utf-8\">")
        .append("<meta name=\"viewport\" content=\"width=device-width\"><title>")
        .append(escaped("title"))
        .append("</title></head>\n<body style=\"font-family:system-ui,sans-serif;")
        .append("max-width:40rem;margin:2rem auto;padding:0 1rem;line-height:1.5\">\n<h1>")
        .append(escaped("title"))
        .append("</h1>\n<p>")
        .append(HtmlUtils.htmlEscape(intro()))
        .append("</p>\n");
    services.forEach((service, entries) -> {
      page.append("<h2>")
          .append(HtmlUtils.htmlEscape(label(service)))
          .append("</h2>\n<p><a href=\"");
      page.append(service).append(".json\">").append(service).append(".json</a></p>\n<ul>\n");
      lines(entries)
          .forEach(
              line -> page.append("<li>").append(HtmlUtils.htmlEscape(line)).append("</li>\n"));
      page.append("</ul>\n");
    });
    return page.append("<p>")
        .append(escaped("hidden"))
        .append("</p>\n</body>\n</html>\n")
        .toString();
  }

  private String intro() {
    return new MessageFormat(texts.getString("intro"), locale).format(new Object[] {date});
  }

  private String label(String service) {
    String key = "service." + service;
    return texts.containsKey(key) ? texts.getString(key) : service;
  }

  private List<String> lines(Map<String, Integer> entries) {
    return entries.entrySet().stream()
        .map(entry ->
            entry.getKey()
                + ": "
                + (entry.getValue() == 0 ? texts.getString("empty") : entry.getValue()))
        .toList();
  }

  private String escaped(String key) {
    return HtmlUtils.htmlEscape(texts.getString(key));
  }
}
