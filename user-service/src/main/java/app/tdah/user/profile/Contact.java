package app.tdah.user.profile;

import java.util.Locale;

/**
 * What the rest of this service needs to write to a user.
 *
 * @param email in clear
 * @param locale {@code en}, {@code es} or {@code pt}
 */
public record Contact(String email, String displayName, Locale locale) {

  @Override
  public String toString() {
    return "Contact[…]";
  }
}
