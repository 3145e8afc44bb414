package app.tdah.oauth.google;

import app.tdah.oauth.provider.Capability;
import app.tdah.oauth.provider.ItemPage;
import app.tdah.oauth.provider.ItemQuery;
import app.tdah.oauth.provider.Provider;
import app.tdah.oauth.provider.ProviderException;
import app.tdah.oauth.provider.TokenGrant;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;

/** Google by authorization code with PKCE, offline access and incremental consent. */
@Component
class GoogleProvider implements Provider {

  static final String CALENDAR_SCOPE = "https://www.googleapis.com/auth/calendar.readonly";

  private static final Duration DEFAULT_LIFETIME = Duration.ofHours(1);

  private final GoogleProperties properties;
  private final GoogleHttp http;
  private final GoogleCalendar calendar;

  GoogleProvider(GoogleProperties properties, GoogleHttp http, GoogleCalendar calendar) {
    this.properties = properties;
    this.http = http;
    this.calendar = calendar;
  }

  @Override
  public String id() {
    return "google";
  }

  @Override
  public String name() {
    return "Google";
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(Capability.CALENDAR);
  }

  @Override
  public boolean configured() {
    return !properties.clientId().isBlank();
  }

  /** {@code prompt=consent} because Google issues a refresh token only with a fresh consent. */
  @Override
  public URI authorizationUrl(AuthorizationRequest request) {
    return UriComponentsBuilder.fromUri(properties.authorizationUrl())
        .queryParam("response_type", "code")
        .queryParam("client_id", "{client}")
        .queryParam("redirect_uri", "{redirect}")
        .queryParam("scope", "{scope}")
        .queryParam("state", "{state}")
        .queryParam("code_challenge", "{challenge}")
        .queryParam("code_challenge_method", "S256")
        .queryParam("access_type", "offline")
        .queryParam("prompt", "consent")
        .queryParam("include_granted_scopes", "true")
        .encode()
        .buildAndExpand(
            Map.of(
                "client", properties.clientId(),
                "redirect", request.redirectUri(),
                "scope", "openid email " + scopes(request.capabilities()),
                "state", request.state(),
                "challenge", request.codeChallenge()))
        .toUri();
  }

  @Override
  public TokenGrant exchange(String code, String verifier, URI redirectUri) {
    return grant(
        http.post(
            properties.tokenUrl(),
            Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "code_verifier",
                verifier,
                "redirect_uri",
                redirectUri.toString(),
                "client_id",
                properties.clientId(),
                "client_secret",
                properties.clientSecret())));
  }

  @Override
  public TokenGrant refresh(String refreshToken) {
    return grant(
        http.post(
            properties.tokenUrl(),
            Map.of(
                "grant_type",
                "refresh_token",
                "refresh_token",
                refreshToken,
                "client_id",
                properties.clientId(),
                "client_secret",
                properties.clientSecret())));
  }

  @Override
  public void revoke(String token) {
    http.revoke(properties.revocationUrl(), token);
  }

  @Override
  public Account account(String accessToken) {
    JsonNode body = http.get(properties.userinfoUrl(), accessToken);
    String subject = required(body, "sub");
    return new Account(subject, body.path("email").asString(subject));
  }

  @Override
  public ItemPage items(Capability capability, String accessToken, ItemQuery query) {
    return switch (capability) {
      case CALENDAR -> calendar.page(accessToken, query);
    };
  }

  private static String scopes(Set<Capability> capabilities) {
    return capabilities.contains(Capability.CALENDAR) ? CALENDAR_SCOPE : "";
  }

  private static TokenGrant grant(JsonNode body) {
    JsonNode refreshToken = body.path("refresh_token");
    JsonNode scope = body.path("scope");
    return new TokenGrant(
        required(body, "access_token"),
        refreshToken.isString() ? refreshToken.stringValue() : null,
        Duration.ofSeconds(body.path("expires_in").asLong(DEFAULT_LIFETIME.toSeconds())),
        scope.isString() ? granted(scope.stringValue()) : null);
  }

  /** With granular consent Google grants any subset of the scopes that were asked for. */
  private static Set<Capability> granted(String scopes) {
    return Arrays.asList(scopes.split(" ", -1)).contains(CALENDAR_SCOPE)
        ? Set.of(Capability.CALENDAR)
        : Set.of();
  }

  private static String required(JsonNode body, String field) {
    JsonNode value = body.path(field);
    if (!value.isString()) {
      throw new ProviderException.Unavailable("Google's answer lacks " + field, null);
    }
    return value.stringValue();
  }
}
