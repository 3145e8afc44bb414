package app.tdah.auth.account;

import app.tdah.defaults.crypto.FieldCipher;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds accounts, and knows which roles they have. */
@Component
public class AccountDirectory {

  private static final List<String> OWNER_PERMISSIONS =
      List.of(
          "users:read",
          "users:suspend",
          "roles:read",
          "roles:write",
          "roles:grant",
          "audit:read",
          "privacy:read",
          "threats:read",
          "threats:dismiss",
          "sessions:read",
          "sessions:end",
          "keys:rotate",
          "analytics:read",
          "sms:read");

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

  /**
   * Locks the account of somebody who has proved who they are, so that nothing about it changes
   * before their session has begun; runs in the caller's transaction.
   *
   * @return the account as it is now
   * @throws AccountSuspended when it is closed
   * @throws PasswordOutdated when the password was changed since {@code seen} was read
   */
  public Account admit(Account seen) {
    Account now = accounts.lockById(seen.id()).orElseThrow(PasswordOutdated::new);
    if (now.suspended()) {
      throw new AccountSuspended();
    }
    if (!now.passwordChangedAt().equals(seen.passwordChangedAt())) {
      throw new PasswordOutdated();
    }
    return now;
  }

  /**
   * What user-service granted. Until it has said, {@code USER}, and {@code OWNER} for the
   * configured owner once the address is verified.
   */
  public List<String> rolesOf(Account account) {
    return account
        .grantedRoles()
        .orElseGet(() -> isOwner(account) ? List.of("USER", "OWNER") : List.of("USER"));
  }

  /** What user-service granted. Until it has said, the configured owner may do everything. */
  public List<String> permissionsOf(Account account) {
    return account
        .grantedPermissions()
        .orElseGet(() -> isOwner(account) ? OWNER_PERMISSIONS : List.of());
  }

  private boolean isOwner(Account account) {
    return account.emailVerified() && ownerIndex.filter(account.emailIndex()::equals).isPresent();
  }
}
