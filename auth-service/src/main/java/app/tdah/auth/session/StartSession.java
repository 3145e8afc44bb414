package app.tdah.auth.session;

import app.tdah.auth.account.Account;
import app.tdah.auth.token.OpaqueToken;
import java.util.List;
import org.springframework.stereotype.Component;

/** Starts the session of somebody who proved who they are. */
@Component
public class StartSession {

  private final OpenFamily opening;
  private final SessionMirror mirror;
  private final AccessTokenIssuer accessTokens;

  StartSession(OpenFamily opening, SessionMirror mirror, AccessTokenIssuer accessTokens) {
    this.opening = opening;
    this.mirror = mirror;
    this.accessTokens = accessTokens;
  }

  /**
   * Starts it, also while Redis is away; the device is a known one from now on.
   *
   * @param account as it was when they proved it
   * @param amr how they proved it (RFC 8176), such as {@code pwd}
   * @throws app.tdah.auth.account.AccountSuspended when the account is closed
   */
  public SignedIn start(Account account, Device device, List<String> amr) {
    OpaqueToken token = OpaqueToken.generate();
    RefreshFamily family = opening.open(account, device, amr, token);
    mirror.show(family);
    return accessTokens.issue(family, account, token);
  }
}
