package app.tdah.auth.session;

import app.tdah.auth.account.Account;
import app.tdah.auth.account.AccountDirectory;
import app.tdah.auth.throttle.KnownDevices;
import app.tdah.auth.token.OpaqueToken;
import app.tdah.defaults.ids.Ids;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down a session that begins, if its account still may have one. */
@Component
class OpenFamily {

  private final AccountDirectory accounts;
  private final RefreshFamilies families;
  private final RefreshTokens tokens;
  private final KnownDevices devices;
  private final SessionLog log;
  private final SessionProperties properties;
  private final Clock clock;

  OpenFamily(
      AccountDirectory accounts,
      RefreshFamilies families,
      RefreshTokens tokens,
      KnownDevices devices,
      SessionLog log,
      SessionProperties properties,
      Clock clock) {
    this.accounts = accounts;
    this.families = families;
    this.tokens = tokens;
    this.devices = devices;
    this.log = log;
    this.properties = properties;
    this.clock = clock;
  }

  /** Empty, with nothing written down, when {@code proof} says no. */
  @Transactional
  Optional<TokenGrounds> open(
      BooleanSupplier proof, Account account, Device device, List<String> amr, OpaqueToken token) {
    if (!proof.getAsBoolean()) {
      return Optional.empty();
    }
    Account admitted = accounts.admit(account);
    RefreshFamily family =
        families.save(new RefreshFamily(Ids.next(), account.id(), device, amr, properties, clock));
    tokens.save(new RefreshToken(token, family));
    Optional<OpaqueToken> cookie = Optional.ofNullable(device.cookie());
    cookie.ifPresent(name -> devices.remember(account.id(), name));
    log.started(family, device, cookie.map(devices::idOf).orElse(null));
    return Optional.of(new TokenGrounds(family, admitted, clock.instant()));
  }
}
