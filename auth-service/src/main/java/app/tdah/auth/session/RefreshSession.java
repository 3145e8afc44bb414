package app.tdah.auth.session;

import app.tdah.auth.account.Account;
import app.tdah.auth.account.AccountDirectory;
import app.tdah.auth.account.AccountSuspended;
import app.tdah.auth.token.OpaqueToken;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Exchanges a refresh token, and restores the session in Redis if it is gone from there. */
@Component
class RefreshSession {

  private final RotateToken rotation;
  private final AccountDirectory accounts;
  private final AccessTokenIssuer accessTokens;
  private final SessionMirror mirror;
  private final TransactionOperations transactions;

  RefreshSession(
      RotateToken rotation,
      AccountDirectory accounts,
      AccessTokenIssuer accessTokens,
      SessionMirror mirror,
      TransactionOperations transactions) {
    this.rotation = rotation;
    this.accounts = accounts;
    this.accessTokens = accessTokens;
    this.mirror = mirror;
    this.transactions = transactions;
  }

  /**
   * Empty when the client has to sign in again.
   *
   * @throws AccountSuspended when that would not help
   */
  Optional<SignedIn> refresh(OpaqueToken token) {
    Rotation result =
        Objects.requireNonNull(transactions.execute(status -> rotation.rotate(token)));
    return switch (result) {
      case Rotation.Unknown() -> Optional.empty();
      case Rotation.Over(RefreshFamily family) -> {
        refuseSuspended(accounts.find(family.accountId()));
        yield Optional.empty();
      }
      case Rotation.Ended(RefreshFamily family) -> {
        mirror.hide(family.id(), family.accountId());
        yield Optional.empty();
      }
      case Rotation.Rotated(RefreshFamily family, OpaqueToken next) -> renew(family, next);
    };
  }

  private static void refuseSuspended(Optional<Account> account) {
    if (account.filter(Account::suspended).isPresent()) {
      throw new AccountSuspended();
    }
  }

  private Optional<SignedIn> renew(RefreshFamily family, OpaqueToken next) {
    Optional<Account> account = accounts.find(family.accountId());
    refuseSuspended(account);
    if (account.isEmpty() || !mirror.show(family)) {
      return Optional.empty();
    }
    return Optional.of(accessTokens.issue(family, account.get(), next));
  }
}
