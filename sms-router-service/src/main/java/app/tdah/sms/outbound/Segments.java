package app.tdah.sms.outbound;

/**
 * How many SMS a text takes (3GPP TS 23.038 and 23.040): 160 septets in the GSM 7-bit alphabet, 70
 * UTF-16 units otherwise; in parts, the concatenation header leaves 153 and 67. An escaped
 * character or a surrogate pair is never split between two parts.
 */
public final class Segments {

  private static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ ÆæßÉ!\"#¤%&'()*+,-./0123456789:;<=>?¡"
          + "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
  private static final String EXTENDED = "\f^{}\\[~]|€";

  private Segments() {}

  /** At least 1. */
  public static int of(String text) {
    return isGsm(text) ? count(text, 160, 153, true) : count(text, 70, 67, false);
  }

  private static boolean isGsm(String text) {
    return text.chars().allMatch(c -> BASIC.indexOf(c) >= 0 || EXTENDED.indexOf(c) >= 0);
  }

  private static int count(String text, int single, int part, boolean gsm) {
    int total = text.codePoints().map(c -> width(c, gsm)).sum();
    if (total <= single) {
      return 1;
    }
    int segments = 1;
    int used = 0;
    for (int c : text.codePoints().toArray()) {
      int width = width(c, gsm);
      if (used + width > part) {
        segments++;
        used = 0;
      }
      used += width;
    }
    return segments;
  }

  private static int width(int codePoint, boolean gsm) {
    return gsm ? (EXTENDED.indexOf(codePoint) >= 0 ? 2 : 1) : Character.charCount(codePoint);
  }
}
