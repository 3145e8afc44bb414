package app.tdah.devstack.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import app.tdah.devstack.simulator.http.Parameters;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class GoogleTests {
  private static final String CALLBACK = "http://localhost:8080/integrations/callback?x=1";
  private static final String SCOPES =
      "openid email profile https://www.googleapis.com/auth/calendar";
  private static final String EVENTS = "/google/calendar/v3/calendars/primary/events";
  private static final String EVENT =
      """
      {"summary":"Haircut","start":{"dateTime":"2026-11-25T11:00:00+01:00"},
       "end":{"dateTime":"2026-11-25T11:30:00+01:00"}}\
      """;
  // RFC 7636, appendix B
  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  @TempDir Path directory;
  private volatile Instant now = Instant.parse("2026-11-24T08:00:00Z");
  private SimulatorSettings settings;
  private Simulator simulator;
  private Http http;

  @BeforeEach
  void start() {
    Clock clock =
        new Clock() {
          @Override
          public Instant instant() {
            return now;
          }

          @Override
          public ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }
        };
    settings =
        SimulatorSettings.inMemory()
            .withClock(clock, ZoneId.of("Europe/Madrid"))
            .withDirectory(directory);
    open();
  }

  private void open() {
    simulator = Simulator.start(settings);
    http = new Http(simulator.baseUri());
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  @Test
  void asksAPersonAndGrantsWhatWasTicked() {
    String page = http.get(authorization(Map.of())).text();
    assertThat(page).contains("Approve", "Deny", "alex.example@gmail.com", "name=\"state\"");

    Map<String, String> form = parameters(Map.of());
    form.put("decision", "approve");
    Parameters answer = redirect(http.form("/google/o/oauth2/v2/auth", form));
    assertThat(answer.get("scope")).hasValue("openid email profile");
    assertThat(answer.get("state")).hasValue("s&1");
    assertThat(answer.get("x")).hasValue("1");
    assertThat(answer.get("code")).isPresent();

    form.put("decision", "deny");
    answer = redirect(http.form("/google/o/oauth2/v2/auth", form));
    assertThat(answer.get("error")).hasValue("access_denied");
    assertThat(answer.get("code")).isEmpty();
  }

  @Test
  void showsAnErrorPageInsteadOfRedirectingToAStranger() {
    assertThat(http.get(authorization(Map.of("client_id", "other"))).status()).isEqualTo(401);
    Http.Answer answer = http.get(authorization(Map.of("redirect_uri", "javascript:alert(1)")));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).contains("redirect_uri_mismatch");
  }

  @Test
  void exchangesACodeOnceAndOnlyWithItsVerifier() {
    JsonNode wrong = exchange(code(), Map.of("code_verifier", "wrong")).json();
    assertThat(wrong.path("error").asString()).isEqualTo("invalid_grant");
    assertThat(wrong.path("error_description").asString()).isEqualTo("Invalid code verifier.");
    JsonNode missing = exchange(code(), Map.of("code_verifier", "")).json();
    assertThat(missing.path("error_description").asString()).isEqualTo("Missing code verifier.");
    assertThat(exchange(code(), Map.of("client_secret", "x")).status()).isEqualTo(401);

    String code = code();
    JsonNode tokens = exchange(code, Map.of()).json();
    assertThat(tokens.propertyNames())
        .containsExactly("access_token", "expires_in", "scope", "token_type", "refresh_token");
    assertThat(tokens.path("expires_in").asInt()).isEqualTo(3599);
    assertThat(exchange(code, Map.of()).status()).isEqualTo(400);
  }

  @Test
  void givesNoRefreshTokenOnlineAndNoneForASecondConsent() {
    assertThat(
            exchange(code(Map.of("access_type", "online")), Map.of()).json().has("refresh_token"))
        .isFalse();
    assertThat(exchange(code(), Map.of()).json().has("refresh_token")).isTrue();
    Map<String, String> unforced = Map.of("prompt", "select_account");
    assertThat(exchange(code(unforced), Map.of()).json().has("refresh_token")).isFalse();
  }

  @Test
  void expiresCodesAndAccessTokens() {
    String late = code();
    JsonNode tokens = exchange(code(), Map.of()).json();
    now = now.plus(Duration.ofHours(1));
    assertThat(exchange(late, Map.of()).status()).isEqualTo(400);

    Http.Answer expired = as(tokens).get(EVENTS);
    assertThat(expired.status()).isEqualTo(401);
    JsonNode error = expired.json().path("error");
    assertThat(error.path("errors").get(0).path("reason").asString()).isEqualTo("authError");
    assertThat(error.path("status").asString()).isEqualTo("UNAUTHENTICATED");

    JsonNode refreshed = refresh(tokens).json();
    assertThat(refreshed.has("refresh_token")).isFalse();
    assertThat(as(refreshed).get(EVENTS).status()).isEqualTo(200);
  }

  @Test
  void endsARevokedGrantAndNoOther() {
    JsonNode tokens = exchange(code(), Map.of()).json();
    JsonNode others = exchange(code(), Map.of()).json();
    Map<String, String> token = Map.of("token", tokens.path("refresh_token").asString());
    assertThat(http.form("/google/revoke", token).status()).isEqualTo(200);
    assertThat(http.form("/google/revoke", token).json().path("error").asString())
        .isEqualTo("invalid_token");
    assertThat(refresh(tokens).json().path("error").asString()).isEqualTo("invalid_grant");
    assertThat(as(tokens).get("/google/oauth2/v3/userinfo").status()).isEqualTo(401);
    assertThat(refresh(others).status()).isEqualTo(200);

    assertThat(http.json("POST", "/api/google/revoke-all", "").status()).isEqualTo(204);
    assertThat(refresh(others).json().path("error").asString()).isEqualTo("invalid_grant");
  }

  @Test
  void tellsWhoTheAccountIs() {
    JsonNode tokens = exchange(code(Map.of("login_hint", "ana@example.com")), Map.of()).json();
    JsonNode profile = as(tokens).get("/google/oauth2/v3/userinfo").json();
    assertThat(profile.path("sub").asString()).matches("\\d{21}");
    assertThat(profile.path("email").asString()).isEqualTo("ana@example.com");
    assertThat(profile.path("email_verified").asBoolean()).isTrue();
    JsonNode list = as(tokens).get("/google/calendar/v3/users/me/calendarList").json();
    assertThat(list.path("items").get(0).path("id").asString()).isEqualTo("ana@example.com");
    assertThat(list.path("items").get(0).path("timeZone").asString()).isEqualTo("Europe/Madrid");
  }

  @Test
  void alwaysHasSomethingTomorrow() {
    Http google = as(exchange(code(), Map.of()).json());
    String tomorrow =
        "?singleEvents=true&orderBy=startTime&timeMin=2026-11-25T00:00:00%2B01:00"
            + "&timeMax=2026-11-26T00:00:00%2B01:00";
    assertThat(titles(google.get(EVENTS + tomorrow).json()))
        .containsExactly("Recycling day", "Dentist", "Team meeting");
    assertThat(google.get(EVENTS + tomorrow).text()).contains("2026-11-25T10:00:00+01:00");
    now = now.plus(Duration.ofMinutes(30));
    assertThat(titles(google.get(EVENTS).json())).hasSize(6);
    now = Instant.parse("2026-11-24T23:30:00Z");
    assertThat(titles(as(refreshed()).get(EVENTS).json())).hasSize(9);
  }

  @Test
  void syncsIncrementallyInPages() {
    Http google = as(exchange(code(), Map.of()).json());
    JsonNode first = google.get(EVENTS + "?maxResults=4").json();
    assertThat(first.path("items")).hasSize(4);
    assertThat(first.has("nextSyncToken")).isFalse();
    String added = http.json("POST", "/api/google/events", EVENT).json().path("id").asString();
    JsonNode second =
        google
            .get(EVENTS + "?maxResults=4&pageToken=" + first.path("nextPageToken").asString())
            .json();
    String sync = second.path("nextSyncToken").asString();

    JsonNode changes = google.get(EVENTS + "?syncToken=" + sync).json();
    assertThat(titles(changes)).containsExactly("Haircut");
    http.delete("/api/google/events/" + added);
    changes = google.get(EVENTS + "?syncToken=" + changes.path("nextSyncToken").asString()).json();
    assertThat(changes.path("items")).hasSize(1);
    assertThat(changes.path("items").get(0).path("status").asString()).isEqualTo("cancelled");
    assertThat(changes.path("items").get(0).has("summary")).isFalse();
    changes = google.get(EVENTS + "?syncToken=" + changes.path("nextSyncToken").asString()).json();
    assertThat(changes.path("items")).isEmpty();
    assertThat(titles(google.get(EVENTS).json())).doesNotContain("Haircut");
  }

  @Test
  void asksForAFullSyncWhenTheTokenIsGone() {
    Http google = as(exchange(code(), Map.of()).json());
    String sync = google.get(EVENTS).json().path("nextSyncToken").asString();
    assertThat(google.get(EVENTS + "?syncToken=" + sync + "&timeMin=2026-11-25T00:00:00Z").status())
        .isEqualTo(400);
    http.json("POST", "/api/google/expire-sync-tokens", "");
    Http.Answer gone = google.get(EVENTS + "?syncToken=" + sync);
    assertThat(gone.status()).isEqualTo(410);
    assertThat(gone.json().path("error").path("errors").get(0).path("reason").asString())
        .isEqualTo("fullSyncRequired");

    sync = google.get(EVENTS).json().path("nextSyncToken").asString();
    http.json("PUT", "/api/faults/google", "{\"status\":410,\"times\":1}");
    assertThat(google.get(EVENTS).status()).isEqualTo(200);
    assertThat(google.get(EVENTS + "?syncToken=" + sync).status()).isEqualTo(410);
    assertThat(google.get(EVENTS + "?syncToken=" + sync).status()).isEqualTo(200);
  }

  @Test
  void writesEventsWithEtagsAndScopes() {
    Http google = as(exchange(code(), Map.of()).json());
    JsonNode event = google.json("POST", EVENTS, EVENT).json();
    String path = EVENTS + "/" + event.path("id").asString();
    assertThat(event.path("kind").asString()).isEqualTo("calendar#event");
    Http stale = google.with("If-Match", "\"1\"");
    assertThat(stale.json("PATCH", path, "{\"summary\":\"x\"}").status()).isEqualTo(412);
    Http current = google.with("If-Match", event.path("etag").asString());
    assertThat(
            current
                .json("PATCH", path, "{\"summary\":\"Salon\"}")
                .json()
                .path("summary")
                .asString())
        .isEqualTo("Salon");
    assertThat(google.delete(path).status()).isEqualTo(204);
    assertThat(google.delete(path).status()).isEqualTo(410);
    assertThat(google.get(EVENTS + "/none").status()).isEqualTo(404);
    assertThat(google.json("POST", EVENTS, "{\"summary\":\"x\"}").status()).isEqualTo(400);
    assertThat(http.json("POST", "/api/google/events", "{}").text())
        .contains("\"field\":\"start\"");

    String readonly = "https://www.googleapis.com/auth/calendar.events.readonly";
    Http reader = as(exchange(code(Map.of("scope", readonly)), Map.of()).json());
    assertThat(reader.get(EVENTS).status()).isEqualTo(200);
    assertThat(reader.json("POST", EVENTS, EVENT).json().path("error").path("status").asString())
        .isEqualTo("PERMISSION_DENIED");
  }

  @Test
  void limitsTheRateWhenAsked() {
    Http google = as(exchange(code(), Map.of()).json());
    http.json("PUT", "/api/faults/google", "{\"status\":429,\"retryAfter\":2,\"times\":1}");
    Http.Answer limited = google.get(EVENTS);
    assertThat(limited.status()).isEqualTo(429);
    assertThat(limited.header("Retry-After")).isEqualTo("2");
    assertThat(limited.text()).contains("rateLimitExceeded");
    assertThat(google.get(EVENTS).status()).isEqualTo(200);
  }

  @Test
  void keepsGrantsAndEventsOverARestart() {
    JsonNode tokens = exchange(code(), Map.of()).json();
    String sync = as(tokens).get(EVENTS).json().path("nextSyncToken").asString();
    http.json("POST", "/api/google/events", EVENT);
    simulator.close();
    open();
    assertThat(titles(as(tokens).get(EVENTS + "?syncToken=" + sync).json()))
        .containsExactly("Haircut");
    assertThat(refresh(tokens).status()).isEqualTo(200);
  }

  private JsonNode refreshed() {
    return exchange(code(), Map.of()).json();
  }

  private static List<String> titles(JsonNode list) {
    return list.path("items").values().stream().map(it -> it.path("summary").asString()).toList();
  }

  private Http as(JsonNode tokens) {
    return http.with("Authorization", "Bearer " + tokens.path("access_token").asString());
  }

  private Http.Answer refresh(JsonNode tokens) {
    return http.form(
        "/google/token",
        Map.of(
            "grant_type", "refresh_token",
            "refresh_token", tokens.path("refresh_token").asString(),
            "client_id", settings.googleClientId(),
            "client_secret", settings.googleClientSecret()));
  }

  private Http.Answer exchange(String code, Map<String, String> changes) {
    Map<String, String> form =
        new HashMap<>(
            Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                CALLBACK,
                "code_verifier",
                VERIFIER,
                "client_id",
                settings.googleClientId(),
                "client_secret",
                settings.googleClientSecret()));
    form.putAll(changes);
    return http.form("/google/token", form);
  }

  private String code() {
    return code(Map.of());
  }

  private String code(Map<String, String> changes) {
    return redirect(http.get(authorization(changes) + "&auto=approve")).get("code").orElseThrow();
  }

  private static Parameters redirect(Http.Answer answer) {
    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.header("Location")).startsWith(CALLBACK + "&");
    return Parameters.parse(URI.create(answer.header("Location")).getRawQuery());
  }

  private String authorization(Map<String, String> changes) {
    return "/google/o/oauth2/v2/auth?" + Http.query(parameters(changes));
  }

  private Map<String, String> parameters(Map<String, String> changes) {
    Map<String, String> parameters =
        new HashMap<>(
            Map.of(
                "client_id", settings.googleClientId(),
                "redirect_uri", CALLBACK,
                "response_type", "code",
                "scope", SCOPES,
                "state", "s&1",
                "code_challenge", CHALLENGE,
                "code_challenge_method", "S256",
                "access_type", "offline",
                "prompt", "consent"));
    parameters.putAll(changes);
    return parameters;
  }
}
