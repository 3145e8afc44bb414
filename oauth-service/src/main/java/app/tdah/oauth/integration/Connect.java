package app.tdah.oauth.integration;

import app.tdah.defaults.security.CurrentUser;
import app.tdah.oauth.integration.AuthorizationRequests.Pending;
import app.tdah.oauth.integration.AuthorizationRequests.Taken;
import app.tdah.oauth.provider.Capability;
import app.tdah.oauth.provider.Provider;
import app.tdah.oauth.provider.Provider.Account;
import app.tdah.oauth.provider.Provider.AuthorizationRequest;
import app.tdah.oauth.provider.ProviderException;
import app.tdah.oauth.provider.Providers;
import app.tdah.oauth.provider.TokenGrant;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Authorization code with PKCE, from the button to the connected account. */
@Service
class Connect {

  private final Providers providers;
  private final AuthorizationRequests requests;
  private final OAuthProperties properties;
  private final ConnectedAccounts accounts;

  Connect(
      Providers providers,
      AuthorizationRequests requests,
      OAuthProperties properties,
      ConnectedAccounts accounts) {
    this.providers = providers;
    this.requests = requests;
    this.properties = properties;
    this.accounts = accounts;
  }

  URI initiate(CurrentUser user, String providerId, Set<String> wireNames) {
    Provider provider = providers.require(providerId);
    if (!provider.configured()) {
      throw ConnectProblem.notConfigured(provider.name());
    }
    Set<Capability> capabilities = capabilities(provider, wireNames);
    Secrets secrets = Secrets.random();
    requests.add(user, secrets, new Pending(providerId, capabilities));
    return provider.authorizationUrl(
        new AuthorizationRequest(
            secrets.state(), secrets.challenge(), properties.callbackUrl(), capabilities));
  }

  Integration complete(CurrentUser user, String state, String code) {
    Taken taken = requests.take(user, state).orElseThrow(ConnectProblem::stateInvalid);
    Provider provider = providers.require(taken.request().provider());
    try {
      TokenGrant grant = provider.exchange(code, taken.verifier(), properties.callbackUrl());
      Account account = provider.account(grant.accessToken());
      return accounts.store(user.id(), taken.request(), grant, account);
    } catch (ProviderException.GrantRejected | ProviderException.AccessRejected e) {
      throw ConnectProblem.codeRejected(provider.name());
    } catch (ProviderException e) {
      throw ConnectProblem.unavailable(provider.name());
    }
  }

  private static Set<Capability> capabilities(Provider provider, Set<String> wireNames) {
    Set<Capability> result = new HashSet<>();
    for (String name : wireNames) {
      result.add(
          Capability.of(name)
              .filter(provider.capabilities()::contains)
              .orElseThrow(ConnectProblem::capabilityUnknown));
    }
    return result;
  }
}
