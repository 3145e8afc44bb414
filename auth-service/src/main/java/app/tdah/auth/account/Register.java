package app.tdah.auth.account;

import app.tdah.defaults.ids.Ids;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Takes registrations. A taken address gets the same answer after the same work; whether it is
 * taken is looked up after the answer, and its owner learns of it by mail.
 */
@Component
class Register {

  private final PasswordPolicy policy;
  private final Passwords passwords;
  private final AskLater later;

  Register(PasswordPolicy policy, Passwords passwords, AskLater later) {
    this.policy = policy;
    this.passwords = passwords;
    this.later = later;
  }

  /** The id of the new user, or one that means nothing where the address is taken. */
  UUID register(EmailAddress email, String password, Person person) {
    policy.check("password", password, List.of(email.value(), person.displayName()));
    UUID id = Ids.next();
    later.ask(
        AddressRequest.Kind.REGISTRATION,
        Wish.register(id, email, passwords.hash(password), person));
    return id;
  }
}
