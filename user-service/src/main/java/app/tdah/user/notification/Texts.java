package app.tdah.user.notification;

import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;

/**
 * The words of one notification in one language.
 *
 * @param highlight what it is about, or empty
 * @param action words on the button, or empty
 * @param link where the button leads, or empty
 */
record Texts(
    Locale locale,
    String product,
    String subject,
    String greeting,
    String body,
    String highlight,
    String action,
    String link,
    String footer) {

  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");
  private static final int MAX_SUBJECT = 120;

  static Texts of(
      Notification notification, String displayName, Locale locale, MessageSource messages) {
    String key = notification.template().key();
    String text = notification.variable("text");
    return new Texts(
        locale,
        messages.getMessage("product", null, locale),
        shortened(messages.getMessage(key + ".subject", new Object[] {oneLine(text)}, locale)),
        messages.getMessage(key + ".greeting", new Object[] {oneLine(displayName)}, locale),
        messages.getMessage(key + ".body", null, locale),
        text,
        messages.getMessage(key + ".action", null, locale),
        notification.variable("link"),
        messages.getMessage(key + ".footer", null, locale));
  }

  String plain() {
    StringBuilder plain = new StringBuilder(greeting).append("\n\n").append(body).append("\n\n");
    if (!highlight.isEmpty()) {
      plain.append(highlight).append("\n\n");
    }
    if (!link.isEmpty()) {
      plain.append(action).append(":\n").append(link).append("\n\n");
    }
    return plain.append("-- \n").append(footer).append('\n').toString();
  }

  /** A line break in a header would start another header. */
  private static String oneLine(String text) {
    return CONTROL.matcher(text).replaceAll(" ").strip();
  }

  private static String shortened(String subject) {
    return subject.length() <= MAX_SUBJECT
        ? subject
        : subject.substring(0, MAX_SUBJECT - 1).stripTrailing() + "…";
  }
}
