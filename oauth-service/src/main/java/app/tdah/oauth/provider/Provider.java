package app.tdah.oauth.provider;

import java.net.URI;
import java.util.Set;

/**
 * One OAuth 2 provider. Implementations are stateless, never retry by themselves, end every call
 * within their timeouts, and throw nothing but {@link ProviderException} for what the provider
 * does.
 */
public interface Provider {

  /** Stable, lower case: {@code google}. */
  String id();

  /** For people: {@code Google}. */
  String name();

  /** What can be asked for. */
  Set<Capability> capabilities();

  /** Whether client credentials are set. */
  boolean configured();

  /** Where to send the browser (RFC 6749 section 4.1.1 with RFC 7636, S256). */
  URI authorizationUrl(AuthorizationRequest request);

  /**
   * Trades a code for tokens.
   *
   * @throws ProviderException.GrantRejected when the code is unknown, used, expired or of another
   *     verifier
   */
  TokenGrant exchange(String code, String verifier, URI redirectUri);

  /**
   * A new access token. The refresh token of the result is null when the old one stays valid.
   *
   * @throws ProviderException.GrantRejected when the user or the provider withdrew the grant
   */
  TokenGrant refresh(String refreshToken);

  /** Hands the grant back; a token that is no longer valid counts as handed back. */
  void revoke(String token);

  /**
   * Whose account it is.
   *
   * @throws ProviderException.AccessRejected when the access token is not accepted
   */
  Account account(String accessToken);

  /**
   * One page of a sync. Without a cursor: everything in the query's window. With one: what changed
   * since, deletions included. The last page, and only it, has no next page token; it brings the
   * cursor for the next sync.
   *
   * @throws ProviderException.CursorExpired when only a full sync will help
   * @throws ProviderException.AccessRejected when the access token or its scope is not accepted
   */
  ItemPage items(Capability capability, String accessToken, ItemQuery query);

  /** What the authorization URL must carry. */
  record AuthorizationRequest(
      String state, String codeChallenge, URI redirectUri, Set<Capability> capabilities) {}

  /** An account at the provider: its stable id there, and the name a person knows it by. */
  record Account(String subject, String name) {}
}
