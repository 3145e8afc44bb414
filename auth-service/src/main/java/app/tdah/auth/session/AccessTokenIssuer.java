package app.tdah.auth.session;

import app.tdah.auth.account.Account;
import app.tdah.auth.account.AccountDirectory;
import app.tdah.auth.key.TokenSigner;
import app.tdah.auth.token.OpaqueToken;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Makes the access token of a session. */
@Component
class AccessTokenIssuer {

  private final TokenSigner signer;
  private final AccountDirectory accounts;
  private final SessionProperties properties;
  private final Clock clock;

  AccessTokenIssuer(
      TokenSigner signer, AccountDirectory accounts, SessionProperties properties, Clock clock) {
    this.signer = signer;
    this.accounts = accounts;
    this.properties = properties;
    this.clock = clock;
  }

  SignedIn issue(TokenGrounds grounds, OpaqueToken refreshToken) {
    return new SignedIn(
        grounds.account(),
        accounts.rolesOf(grounds.account()),
        sign(grounds),
        properties.accessTokenLifetime(),
        refreshToken,
        Duration.between(clock.instant(), grounds.family().expiresAt()));
  }

  /** Without a new refresh token. */
  RenewedToken renew(TokenGrounds grounds) {
    return new RenewedToken(
        TokenResponse.Status.AUTHENTICATED,
        sign(grounds),
        "Bearer",
        properties.accessTokenLifetime().toSeconds());
  }

  private String sign(TokenGrounds grounds) {
    RefreshFamily family = grounds.family();
    Account account = grounds.account();
    Map<String, ?> claims =
        Map.of(
            "sid", family.id().toString(),
            "roles", accounts.rolesOf(account),
            "permissions", accounts.permissionsOf(account),
            "amr", family.amr(),
            "auth_time", family.authTime().getEpochSecond());
    return signer.sign(account.id(), claims, grounds.issuedAt(), properties.accessTokenLifetime());
  }
}
