package app.tdah.auth.session;

import app.tdah.auth.account.Account;
import app.tdah.auth.token.OpaqueToken;
import app.tdah.defaults.events.EventPublisher;
import app.tdah.defaults.ids.Ids;
import app.tdah.events.SecurityEvent.LoginSucceeded;
import app.tdah.events.SecurityEvent.SessionStarted;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Starts the session of somebody who proved who they are. */
@Component
public class StartSession {

  private final RefreshFamilies families;
  private final RefreshTokens tokens;
  private final SessionMirror mirror;
  private final AccessTokenIssuer accessTokens;
  private final EventPublisher events;
  private final SessionProperties properties;
  private final TransactionOperations transactions;
  private final Clock clock;

  StartSession(
      RefreshFamilies families,
      RefreshTokens tokens,
      SessionMirror mirror,
      AccessTokenIssuer accessTokens,
      EventPublisher events,
      SessionProperties properties,
      TransactionOperations transactions,
      Clock clock) {
    this.families = families;
    this.tokens = tokens;
    this.mirror = mirror;
    this.accessTokens = accessTokens;
    this.events = events;
    this.properties = properties;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Starts it, also while Redis is away.
   *
   * @param amr how they proved it (RFC 8176), such as {@code pwd}
   */
  public SignedIn start(Account account, Device device, List<String> amr) {
    OpaqueToken token = OpaqueToken.generate();
    RefreshFamily family =
        Objects.requireNonNull(transactions.execute(status -> create(account, device, amr, token)));
    mirror.show(family);
    return accessTokens.issue(family, account, token);
  }

  private RefreshFamily create(
      Account account, Device device, List<String> amr, OpaqueToken token) {
    RefreshFamily family =
        families.save(new RefreshFamily(Ids.next(), account.id(), device, amr, properties, clock));
    tokens.save(new RefreshToken(token, family));
    events.publish(new LoginSucceeded(account.id(), family.id(), device.address()));
    events.publish(
        new SessionStarted(
            account.id(),
            family.id(),
            device.name(),
            device.userAgent(),
            device.address(),
            amr,
            family.startedAt()));
    return family;
  }
}
