package app.tdah.auth.account;

import java.util.Locale;

/**
 * An e-mail address in the one spelling that we compare: trimmed, lower case.
 *
 * @param value such as {@code ana@example.org}
 */
public record EmailAddress(String value) {

  public EmailAddress {
    value = value.strip().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return "EmailAddress[…]";
  }
}
