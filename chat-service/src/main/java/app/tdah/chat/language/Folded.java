package app.tdah.chat.language;

import java.text.Normalizer;

/**
 * A text beside its lower-case form without accents, position by position, so that what is found in
 * one can be cut from the other.
 */
record Folded(String original, String folded) {

  static Folded of(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      folded.append(fold(text.charAt(i)));
    }
    return new Folded(text, folded.toString());
  }

  private static char fold(char letter) {
    if (letter == '’') {
      return '\'';
    }
    char lower = Character.toLowerCase(letter);
    String parts = Normalizer.normalize(String.valueOf(lower), Normalizer.Form.NFD);
    return parts.isEmpty() ? lower : parts.charAt(0);
  }

  /** Whether any of these letters occurs in the original. */
  boolean has(String letters) {
    return original
        .toLowerCase(java.util.Locale.ROOT)
        .chars()
        .anyMatch(letter -> letters.indexOf(letter) >= 0);
  }
}
