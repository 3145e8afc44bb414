package app.tdah.auth.session;

import app.tdah.auth.account.Account;
import app.tdah.auth.account.AccountDirectory;
import app.tdah.defaults.audit.AuditTrail;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Notes in a session that its user proved again who they are. */
@Component
public class RenewAuthTime {

  private final RefreshFamilies families;
  private final AccountDirectory accounts;
  private final AccessTokenIssuer accessTokens;
  private final AuditTrail audit;
  private final TransactionOperations transactions;
  private final Clock clock;

  RenewAuthTime(
      RefreshFamilies families,
      AccountDirectory accounts,
      AccessTokenIssuer accessTokens,
      AuditTrail audit,
      TransactionOperations transactions,
      Clock clock) {
    this.families = families;
    this.accounts = accounts;
    this.accessTokens = accessTokens;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * A token with the new time.
   *
   * @param seen the account as it was when they proved it
   * @throws InvalidRefreshToken when the session has ended, or its password was changed meanwhile
   */
  public RenewedToken renew(UUID sessionId, Account seen) {
    return accessTokens.renew(
        Objects.requireNonNull(transactions.execute(status -> note(sessionId, seen))));
  }

  private TokenGrounds note(UUID sessionId, Account seen) {
    RefreshFamily family =
        families
            .lock(sessionId)
            .filter(it -> !it.ended() && it.accountId().equals(seen.id()))
            .orElseThrow(InvalidRefreshToken::new);
    Account account =
        accounts
            .find(seen.id())
            .filter(it -> it.passwordChangedAt().equals(seen.passwordChangedAt()))
            .orElseThrow(InvalidRefreshToken::new);
    family.reauthenticated(clock);
    audit.done("reauthenticate", account.id(), null, Map.of());
    return new TokenGrounds(family, account, clock.instant());
  }
}
