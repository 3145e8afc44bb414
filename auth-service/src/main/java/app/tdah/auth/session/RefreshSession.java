package app.tdah.auth.session;

import app.tdah.auth.account.Account;
import app.tdah.auth.account.AccountDirectory;
import app.tdah.auth.account.AccountSuspended;
import app.tdah.auth.token.OpaqueToken;
import java.time.Clock;
import java.time.Instant;
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
  private final Clock clock;

  RefreshSession(
      RotateToken rotation,
      AccountDirectory accounts,
      AccessTokenIssuer accessTokens,
      SessionMirror mirror,
      TransactionOperations transactions,
      Clock clock) {
    this.rotation = rotation;
    this.accounts = accounts;
    this.accessTokens = accessTokens;
    this.mirror = mirror;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Empty when the client has to sign in again.
   *
   * @throws AccountSuspended when that would not help
   */
  Optional<SignedIn> refresh(OpaqueToken token) {
    return finish(Objects.requireNonNull(transactions.execute(status -> exchange(token))));
  }

  /** The account is read while the session is locked; runs in a transaction. */
  private Exchange exchange(OpaqueToken token) {
    Rotation rotated = rotation.rotate(token);
    Optional<Account> account =
        rotated instanceof Rotation.Rotated(RefreshFamily family, OpaqueToken next)
            ? accounts.find(family.accountId())
            : Optional.empty();
    return new Exchange(rotated, account, clock.instant());
  }

  private Optional<SignedIn> finish(Exchange exchange) {
    return switch (exchange.rotation()) {
      case Rotation.Unknown() -> Optional.empty();
      case Rotation.Over(RefreshFamily family) -> {
        refuseSuspended(accounts.find(family.accountId()));
        yield Optional.empty();
      }
      case Rotation.Ended(RefreshFamily family) -> {
        mirror.hide(family.id(), family.accountId());
        yield Optional.empty();
      }
      case Rotation.Rotated(RefreshFamily family, OpaqueToken next) -> {
        refuseSuspended(exchange.account());
        yield exchange
            .account()
            .filter(account -> mirror.show(family))
            .map(account ->
                accessTokens.issue(new TokenGrounds(family, account, exchange.at()), next));
      }
    };
  }

  private static void refuseSuspended(Optional<Account> account) {
    if (account.filter(Account::suspended).isPresent()) {
      throw new AccountSuspended();
    }
  }

  private record Exchange(Rotation rotation, Optional<Account> account, Instant at) {}
}
