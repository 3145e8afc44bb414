package app.tdah.auth.session;

import app.tdah.auth.account.Account;
import app.tdah.auth.account.AccountDirectory;
import app.tdah.auth.key.TokenSigner;
import app.tdah.auth.token.OpaqueToken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

  /** Never before {@code rolesSince}: the gateway would refuse a token with the right roles. */
  private Instant issuedAt(RefreshFamily family) {
    Instant now = clock.instant();
    Instant since = family.rolesSince();
    return since != null && since.isAfter(now) ? since : now;
  }

  SignedIn issue(RefreshFamily family, Account account, OpaqueToken refreshToken) {
    return new SignedIn(
        account,
        accounts.rolesOf(account),
        sign(family, account),
        properties.accessTokenLifetime(),
        refreshToken,
        Duration.between(clock.instant(), family.expiresAt()));
  }

  /** Without a new refresh token. */
  RenewedToken renew(RefreshFamily family, Account account) {
    return new RenewedToken(
        TokenResponse.Status.AUTHENTICATED,
        sign(family, account),
        "Bearer",
        properties.accessTokenLifetime().toSeconds());
  }

  private String sign(RefreshFamily family, Account account) {
    Map<String, ?> claims =
        Map.of(
            "sid", family.id().toString(),
            "roles", accounts.rolesOf(account),
            "permissions", accounts.permissionsOf(account),
            "amr", family.amr(),
            "auth_time", family.authTime().getEpochSecond());
    return signer.sign(account.id(), claims, issuedAt(family), properties.accessTokenLifetime());
  }
}
