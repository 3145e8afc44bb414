package app.tdah.auth.session;

import app.tdah.auth.account.Account;
import app.tdah.auth.account.AccountDirectory;
import app.tdah.auth.key.TokenSigner;
import app.tdah.auth.token.OpaqueToken;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
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

  SignedIn issue(RefreshFamily family, Account account, OpaqueToken refreshToken) {
    List<String> roles = accounts.rolesOf(account);
    Map<String, ?> claims =
        Map.of(
            "sid", family.id().toString(),
            "roles", roles,
            "permissions", List.of(),
            "amr", family.amr(),
            "auth_time", family.authTime().getEpochSecond());
    return new SignedIn(
        account,
        roles,
        signer.sign(account.id(), claims, properties.accessTokenLifetime()),
        properties.accessTokenLifetime(),
        refreshToken,
        Duration.between(clock.instant(), family.expiresAt()));
  }
}
