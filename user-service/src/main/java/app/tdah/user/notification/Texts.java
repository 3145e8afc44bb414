package app.tdah.user.notification;

import java.util.Locale;

/**
 * The words of one e-mail in one language.
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
}
