package app.tdah.auth.account;

import app.tdah.defaults.crypto.FieldCipher;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds accounts, and knows which roles they have. */
@Component
public class AccountDirectory {

  private final Accounts accounts;
  private final FieldCipher cipher;
  private final Optional<String> ownerIndex;

  AccountDirectory(Accounts accounts, FieldCipher cipher, AccountProperties properties) {
    this.accounts = accounts;
    this.cipher = cipher;
    this.ownerIndex =
        Optional.ofNullable(properties.ownerEmail())
            .filter(email -> !email.isBlank())
            .map(email -> indexOf(new EmailAddress(email)));
  }

  /** The account of a user id. */
  public Optional<Account> find(UUID id) {
    return accounts.findById(id);
  }

  /** The account of an address, verified or not. */
  public Optional<Account> find(EmailAddress email) {
    return accounts.findByEmailIndex(indexOf(email));
  }

  /** The keyed hash under which an address is stored and counted. */
  public String indexOf(EmailAddress email) {
    return cipher.blindIndex(email.value());
  }

  /** {@code USER}, and {@code OWNER} for the configured owner once the address is verified. */
  public List<String> rolesOf(Account account) {
    boolean owner =
        account.emailVerified() && ownerIndex.filter(account.emailIndex()::equals).isPresent();
    return owner ? List.of("USER", "OWNER") : List.of("USER");
  }
}
