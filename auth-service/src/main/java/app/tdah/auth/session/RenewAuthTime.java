package app.tdah.auth.session;

import app.tdah.auth.account.Account;
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
  private final AccessTokenIssuer accessTokens;
  private final AuditTrail audit;
  private final TransactionOperations transactions;
  private final Clock clock;

  RenewAuthTime(
      RefreshFamilies families,
      AccessTokenIssuer accessTokens,
      AuditTrail audit,
      TransactionOperations transactions,
      Clock clock) {
    this.families = families;
    this.accessTokens = accessTokens;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * A token with the new time.
   *
   * @throws InvalidRefreshToken when the session has ended
   */
  public RenewedToken renew(UUID sessionId, Account account) {
    RefreshFamily family =
        Objects.requireNonNull(
            transactions.execute(status -> {
              RefreshFamily found =
                  families
                      .lock(sessionId)
                      .filter(it -> !it.ended() && it.accountId().equals(account.id()))
                      .orElseThrow(InvalidRefreshToken::new);
              found.reauthenticated(clock);
              audit.done("reauthenticate", account.id(), null, Map.of());
              return found;
            }));
    return accessTokens.renew(family, account);
  }
}
