package app.tdah.auth.account;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asked for about an address.
 *
 * @param email in normal spelling
 * @param accountId of the account that is to be opened, or that is to move to the address
 * @param passwordHash of a registration
 * @param person of a registration
 */
record Wish(
    String email,
    @Nullable UUID accountId,
    @Nullable String passwordHash,
    @Nullable Person person) {

  static Wish of(EmailAddress email) {
    return new Wish(email.value(), null, null, null);
  }

  static Wish move(UUID accountId, EmailAddress email) {
    return new Wish(email.value(), accountId, null, null);
  }

  static Wish register(UUID id, EmailAddress email, String passwordHash, Person person) {
    return new Wish(email.value(), id, passwordHash, person);
  }

  @Override
  public String toString() {
    return "Wish[…]";
  }
}
