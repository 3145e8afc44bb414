package app.tdah.oauth.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tdah.oauth.provider.Provider.AuthorizationRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What every {@link Provider} does; run on each adapter. */
public abstract class ProviderContract {

  private static final URI REDIRECT = URI.create("http://localhost:8080/oauth/callback");
  private static final String VERIFIER = "v".repeat(43);

  protected abstract Provider provider();

  /** An adapter whose provider does not listen. */
  protected abstract Provider unreachable();

  /** What the browser brings back when the user approves. */
  protected abstract Map<String, String> approve(URI authorizationUrl);

  protected abstract void revokeAtTheProvider();

  protected abstract void expireCursors();

  /** Makes the next call be refused with "too many requests", try again in so many seconds. */
  protected abstract void throttleOnce(int seconds);

  @Test
  void sendsStateAndCodeBack() {
    Map<String, String> back = approve(authorizationUrl("state-1"));
    assertThat(back).containsEntry("state", "state-1").containsKey("code");
  }

  @Test
  void exchangesACodeOnceAndOnlyWithItsVerifier() {
    String code = code();
    assertThatThrownBy(() -> provider().exchange(code, "w".repeat(43), REDIRECT))
        .isInstanceOf(ProviderException.GrantRejected.class);
    String second = code();
    TokenGrant grant = provider().exchange(second, VERIFIER, REDIRECT);
    assertThat(grant.refreshToken()).isNotBlank();
    assertThat(grant.capabilities()).containsExactlyInAnyOrderElementsOf(provider().capabilities());
    assertThat(grant.toString()).doesNotContain(grant.accessToken());
    assertThatThrownBy(() -> provider().exchange(second, VERIFIER, REDIRECT))
        .isInstanceOf(ProviderException.GrantRejected.class);
  }

  @Test
  void knowsTheAccount() {
    Provider.Account account = provider().account(connect().accessToken());
    assertThat(account.subject()).isNotBlank();
    assertThat(account.name()).contains("@");
    assertThatThrownBy(() -> provider().account("nonsense"))
        .isInstanceOf(ProviderException.AccessRejected.class);
  }

  @Test
  void refreshesUntilRevoked() {
    String refreshToken = Objects.requireNonNull(connect().refreshToken());
    assertThat(provider().refresh(refreshToken).accessToken()).isNotBlank();
    provider().revoke(refreshToken);
    assertThatThrownBy(() -> provider().refresh(refreshToken))
        .isInstanceOf(ProviderException.GrantRejected.class);
    provider().revoke(refreshToken);
  }

  @Test
  void refusesAfterTheUserWithdrew() {
    TokenGrant grant = connect();
    revokeAtTheProvider();
    assertThatThrownBy(() -> provider().refresh(Objects.requireNonNull(grant.refreshToken())))
        .isInstanceOf(ProviderException.GrantRejected.class);
  }

  @Test
  void endsAFullSyncWithACursorThatStartsTheNext() {
    String token = connect().accessToken();
    ItemPage page = provider().items(Capability.CALENDAR, token, query(null));
    assertThat(page.last()).isTrue();
    assertThat(page.items()).isNotEmpty();
    ItemPage next = provider().items(Capability.CALENDAR, token, query(page.nextCursor()));
    assertThat(next.items()).isEmpty();
    assertThat(next.nextCursor()).isNotBlank();
  }

  @Test
  void saysWhenACursorIsTooOld() {
    String token = connect().accessToken();
    String cursor = provider().items(Capability.CALENDAR, token, query(null)).nextCursor();
    expireCursors();
    assertThatThrownBy(() -> provider().items(Capability.CALENDAR, token, query(cursor)))
        .isInstanceOf(ProviderException.CursorExpired.class);
  }

  @Test
  void saysHowLongToWait() {
    String token = connect().accessToken();
    throttleOnce(7);
    assertThatThrownBy(() -> provider().items(Capability.CALENDAR, token, query(null)))
        .isInstanceOfSatisfying(
            ProviderException.RateLimited.class,
            e -> assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(7)));
  }

  @Test
  void isUnavailableWithoutAConnection() {
    assertThatThrownBy(() -> unreachable().refresh("token"))
        .isInstanceOf(ProviderException.Unavailable.class);
  }

  private TokenGrant connect() {
    return provider().exchange(code(), VERIFIER, REDIRECT);
  }

  private String code() {
    return approve(authorizationUrl("state")).get("code");
  }

  private URI authorizationUrl(String state) {
    return provider()
        .authorizationUrl(
            new AuthorizationRequest(state, challenge(), REDIRECT, provider().capabilities()));
  }

  private static ItemQuery query(String cursor) {
    Instant now = Instant.now();
    return new ItemQuery(
        cursor, null, now.minus(Duration.ofDays(7)), now.plus(Duration.ofDays(60)));
  }

  private static String challenge() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
