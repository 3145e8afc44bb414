package app.tdah.devstack.simulator.phone;

/** How many SMS segments a text takes (3GPP TS 23.038): GSM-7 if it can be, else UCS-2. */
final class Segments {
  private static final String GSM_7 =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
  private static final String GSM_7_ESCAPED = "^{}\\[~]|€\f";

  private Segments() {}

  static int of(String body) {
    int septets = 0;
    for (char c : body.toCharArray()) {
      if (GSM_7.indexOf(c) >= 0) {
        septets += 1;
      } else if (GSM_7_ESCAPED.indexOf(c) >= 0) {
        septets += 2;
      } else {
        return segments(body.length(), 70, 67);
      }
    }
    return segments(septets, 160, 153);
  }

  private static int segments(int length, int alone, int joined) {
    return length <= alone ? 1 : Math.ceilDiv(length, joined);
  }
}
