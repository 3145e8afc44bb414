package app.tdah.oauth.integration;

import app.tdah.oauth.integration.Tokens.Stored;
import app.tdah.oauth.provider.ProviderException;
import app.tdah.oauth.provider.Providers;
import app.tdah.oauth.provider.TokenGrant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * Access tokens that work. However many ask at once, in however many replicas, the provider sees
 * one refresh: the caller who wins the compare-and-set on the token's version calls, the others
 * read the row until its version moves. No transaction is open during the call.
 */
@Service
public class AccessTokens {

  /** Longer than the provider's connect and read timeouts together. */
  static final Duration REFRESH_LEASE = Duration.ofSeconds(25);

  private static final Duration MARGIN = Duration.ofMinutes(1);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

  private final Tokens tokens;
  private final Integrations integrations;
  private final Reconnection reconnection;
  private final Providers providers;
  private final Clock clock;

  AccessTokens(
      Tokens tokens,
      Integrations integrations,
      Reconnection reconnection,
      Providers providers,
      Clock clock) {
    this.tokens = tokens;
    this.integrations = integrations;
    this.reconnection = reconnection;
    this.providers = providers;
    this.clock = clock;
  }

  /**
   * A token that is good for at least a minute.
   *
   * @throws ReconnectRequired when the grant is gone
   * @throws ProviderException when the provider cannot refresh now
   */
  public AccessToken of(UUID integrationId) {
    Stored stored = require(integrationId);
    return stored.validAt(clock.instant().plus(MARGIN))
        ? new AccessToken(stored.accessToken(), stored.version())
        : replace(integrationId, stored.version());
  }

  /** A token newer than the version, which the provider did not accept. */
  public AccessToken replace(UUID integrationId, long version) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      Stored stored = require(integrationId);
      if (stored.version() > version) {
        return new AccessToken(stored.accessToken(), stored.version());
      }
      if (tokens.claimRefresh(integrationId, version, clock.instant(), REFRESH_LEASE)) {
        refresh(integrationId, stored);
      } else {
        pause();
      }
    }
    throw new ProviderException.Unavailable("The token was not refreshed in time", null);
  }

  private void refresh(UUID integrationId, Stored stored) {
    String refreshToken = stored.refreshToken();
    if (refreshToken == null) {
      throw reconnection.required(integrationId, stored.version(), "no-refresh-token");
    }
    Instant before = clock.instant();
    try {
      TokenGrant grant = providers.require(providerOf(integrationId)).refresh(refreshToken);
      tokens.refreshed(integrationId, stored.version(), grant, before);
    } catch (ProviderException.GrantRejected e) {
      rejected(integrationId, stored.version());
    } catch (ProviderException e) {
      tokens.releaseRefresh(integrationId, stored.version());
      throw e;
    }
  }

  /**
   * Someone whose lease had run out may have been served with the same refresh token: look first.
   */
  private void rejected(UUID integrationId, long version) {
    if (require(integrationId).version() == version) {
      throw reconnection.required(integrationId, version, "invalid_grant");
    }
  }

  private String providerOf(UUID integrationId) {
    return integrations.find(integrationId).orElseThrow(AccessTokens::gone).provider();
  }

  private Stored require(UUID integrationId) {
    return tokens.find(integrationId).orElseThrow(AccessTokens::gone);
  }

  private static ReconnectRequired gone() {
    return new ReconnectRequired("The integration was disconnected");
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK_AGAIN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProviderException.Unavailable("Interrupted while a token was refreshed", e);
    }
  }
}
