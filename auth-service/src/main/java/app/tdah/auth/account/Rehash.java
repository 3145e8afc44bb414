package app.tdah.auth.account;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Brings the hash of a password that was just proved right to today's parameters. */
@Component
public class Rehash {

  private final Passwords passwords;
  private final Accounts accounts;
  private final TransactionOperations transactions;

  Rehash(Passwords passwords, Accounts accounts, TransactionOperations transactions) {
    this.passwords = passwords;
    this.accounts = accounts;
    this.transactions = transactions;
  }

  /** Hashes anew where the parameters have changed; no transaction is open while it hashes. */
  public void ifOutdated(Account account, String password) {
    String old = account.passwordHash();
    if (!passwords.outdated(old)) {
      return;
    }
    String fresh = passwords.hash(password);
    transactions.executeWithoutResult(status ->
        accounts
            .lockById(account.id())
            .filter(current -> current.passwordHash().equals(old))
            .ifPresent(current -> current.rehash(fresh)));
  }
}
