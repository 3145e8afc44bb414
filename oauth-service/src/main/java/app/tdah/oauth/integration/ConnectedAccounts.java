package app.tdah.oauth.integration;

import app.tdah.defaults.ids.Ids;
import app.tdah.oauth.integration.AuthorizationRequests.Pending;
import app.tdah.oauth.provider.Capability;
import app.tdah.oauth.provider.Provider.Account;
import app.tdah.oauth.provider.TokenGrant;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Stores what a consent gave: account, tokens and events in one transaction. */
@Service
class ConnectedAccounts {

  private final Integrations integrations;
  private final Tokens tokens;
  private final Revocations revocations;
  private final Announcements announcements;
  private final TransactionTemplate transaction;
  private final Clock clock;

  ConnectedAccounts(
      Integrations integrations,
      Tokens tokens,
      Revocations revocations,
      Announcements announcements,
      TransactionTemplate transaction,
      Clock clock) {
    this.integrations = integrations;
    this.tokens = tokens;
    this.revocations = revocations;
    this.announcements = announcements;
    this.transaction = transaction;
    this.clock = clock;
  }

  Integration store(UUID userId, Pending request, TokenGrant grant, Account account) {
    Set<Capability> granted = granted(request, grant);
    if (granted.isEmpty()) {
      transaction.executeWithoutResult(
          status -> handBack(userId, request.provider(), grant, account));
      throw ConnectProblem.nothingGranted();
    }
    Integration fresh =
        new Integration(
            Ids.next(),
            userId,
            request.provider(),
            account.name(),
            request.capabilities(),
            granted,
            Integration.Status.CONNECTED,
            null,
            null,
            clock.instant());
    return transaction.execute(status -> connect(fresh, grant, account));
  }

  private Integration connect(Integration fresh, TokenGrant grant, Account account) {
    UUID id = integrations.connect(fresh, account);
    tokens.put(id, grant, clock.instant());
    // A revocation still waiting would take the new grant with it: providers revoke by account.
    revocations.forget(
        fresh.userId(), fresh.provider(), integrations.accountIndex(fresh.provider(), account));
    Integration connected = integrations.require(id, fresh.userId());
    announcements.connected(connected);
    return connected;
  }

  /** A useless grant is handed back, unless an older integration lives on the same account. */
  private void handBack(UUID userId, String provider, TokenGrant grant, Account account) {
    if (!integrations.has(userId, provider, account)) {
      String token = grant.refreshToken();
      revocations.add(
          userId,
          provider,
          integrations.accountIndex(provider, account),
          token == null ? grant.accessToken() : token);
    }
  }

  private static Set<Capability> granted(Pending request, TokenGrant grant) {
    Set<Capability> told = grant.capabilities();
    // RFC 6749 section 5.1: no scope in the answer means that all was granted.
    Set<Capability> granted = new HashSet<>(request.capabilities());
    if (told != null) {
      granted.retainAll(told);
    }
    return granted;
  }
}
