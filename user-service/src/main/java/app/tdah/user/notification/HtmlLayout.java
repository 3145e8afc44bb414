package app.tdah.user.notification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** The one HTML page that all mail looks like. Every value is escaped, and filled in one pass. */
@Component
class HtmlLayout {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(\\w+)}");
  private static final String HIGHLIGHT =
      "<p style=\"margin:0 0 24px;padding:16px;border-radius:8px;background:#eef1fb;"
          + "font-size:18px;line-height:1.4;white-space:pre-line\">%s</p>\n";
  private static final String BUTTON =
      "<p style=\"margin:0 0 16px\"><a href=\"%1$s\" style=\"display:inline-block;padding:12px 20px;"
          + "border-radius:8px;background:#3b5bdb;color:#ffffff;text-decoration:none;"
          + "font-weight:600\">%2$s</a></p>\n"
          + "<p style=\"margin:0;font-size:13px;color:#5b6475;word-break:break-all\">%1$s</p>\n";

  private final String layout;

  HtmlLayout() {
    try {
      layout = new ClassPathResource("mail/layout.html").getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String render(Texts texts) {
    Map<String, String> values =
        Map.of(
            "lang", texts.locale().getLanguage(),
            "product", escape(texts.product()),
            "subject", escape(texts.subject()),
            "greeting", escape(texts.greeting()),
            "body", escape(texts.body()),
            "highlight",
                texts.highlight().isEmpty() ? "" : HIGHLIGHT.formatted(escape(texts.highlight())),
            "action",
                texts.link().isEmpty()
                    ? ""
                    : BUTTON.formatted(escape(texts.link()), escape(texts.action())),
            "footer", escape(texts.footer()));
    return PLACEHOLDER
        .matcher(layout)
        .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), "")));
  }

  private static String escape(String text) {
    return HtmlUtils.htmlEscape(text, "UTF-8");
  }
}
