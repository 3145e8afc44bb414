package app.tdah.user.notification;

/**
 * A notification in a few words, for the app, a push message or the daily summary.
 *
 * @param body may have line breaks
 * @param link where it leads, or empty
 */
record Line(String title, String body, String link) {

  /** Cuts with an ellipsis, never through a surrogate pair. */
  static String shortened(String text, int max) {
    if (text.length() <= max) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(max - 2)) ? max - 2 : max - 1;
    return text.substring(0, end).stripTrailing() + "…";
  }
}
