package app.tdah.auth.session;

import app.tdah.auth.account.Account;
import app.tdah.auth.token.OpaqueToken;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
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
    return startIf(() -> true, account, device, amr).orElseThrow();
  }

  /**
   * {@link #start} in one transaction with what its proof uses up, such as a code: both happen or
   * neither does.
   *
   * @param proof uses it up; when it says no, what it did is kept and no session begins
   * @return empty when {@code proof} said no
   */
  public Optional<SignedIn> startIf(
      BooleanSupplier proof, Account account, Device device, List<String> amr) {
    OpaqueToken token = OpaqueToken.generate();
    return opening
        .open(proof, account, device, amr, token)
        .map(grounds -> {
          mirror.show(grounds.family());
          return accessTokens.issue(grounds, token);
        });
  }
}
