package app.tdah.user.profile;

import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the rest of this service needs to write to a user.
 *
 * @param email in clear
 * @param locale {@code en}, {@code es} or {@code pt}
 * @param zone the user's
 * @param quietHours when the user wants no noise, if ever
 */
public record Contact(
    String email, String displayName, Locale locale, ZoneId zone, @Nullable QuietHours quietHours) {

  @Override
  public String toString() {
    return "Contact[…]";
  }
}
