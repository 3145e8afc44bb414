package app.tdah.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import app.tdah.devstack.testing.EmbeddedServers;
import app.tdah.devstack.testing.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "assistant.gateway.limits.user.per-second=0.1",
      "assistant.gateway.limits.user.burst=3",
      "assistant.gateway.limits.credentials.per-second=1000",
      "assistant.gateway.services.analytics=http://127.0.0.1:1",
      "management.server.port="
    })
@EmbeddedServers
class GatewayIntegrationTests {

  private static final Backend BACKEND = backend();
  private static final Backend SESSIONS = backend();

  private final UUID user = UUID.randomUUID();
  private final UUID session = UUID.randomUUID();

  @Autowired private StringRedisTemplate redis;
  @Autowired private RouteLocator routes;
  @LocalServerPort private int port;
  private WebTestClient http = WebTestClient.bindToServer().build();

  private static Backend backend() {
    try {
      return new Backend();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry settings) throws IOException {
    Path web = Files.createTempDirectory("web");
    Files.createDirectories(web.resolve("assets"));
    Files.writeString(web.resolve("index.html"), "<!doctype html><title>app</title>");
    Files.writeString(web.resolve("assets/index-1a2b.js"), "export {}");
    settings.add("assistant.gateway.web-root", web::toString);
    settings.add("assistant.gateway.services.auth", BACKEND::url);
    settings.add("assistant.gateway.services.chat", BACKEND::url);
    settings.add("assistant.gateway.services.session", SESSIONS::url);
    settings.add("assistant.gateway.services.user", BACKEND::url);
  }

  @BeforeEach
  void signIn() {
    BACKEND.asked.clear();
    SESSIONS.asked.clear();
    redis
        .opsForHash()
        .putAll("session:" + session, Map.of("userId", user.toString(), "lastSeenAt", "0"));
    http =
        WebTestClient.bindToServer()
            .baseUrl("http://127.0.0.1:" + port)
            .responseTimeout(Duration.ofSeconds(20))
            .build();
  }

  /** A path that no route has would work in its service's own tests and nowhere else. */
  @ParameterizedTest
  @ValueSource(strings = {"auth", "session", "user", "chat", "oauth", "sms", "analytics"})
  void everyPathOfAServicesDocumentGoesToIt(String service) throws IOException {
    String document = Files.readString(Path.of("../docs/openapi/" + service + ".json"));
    for (String path : new JsonMapper().readTree(document).path("paths").propertyNames()) {
      assertThat(routeOf(path)).as(path).isIn(service, service + "-data");
    }
  }

  private String routeOf(String path) {
    MockServerWebExchange exchange =
        MockServerWebExchange.from(
            MockServerHttpRequest.get(path.replaceAll("\\{\\w+}", UUID.randomUUID().toString())));
    return routes
        .getRoutes()
        .filterWhen(route -> Mono.from(route.getPredicate().apply(exchange)))
        .next()
        .map(Route::getId)
        .blockOptional()
        .orElse("none");
  }

  @Test
  void theApiIsClosedWithoutToken() {
    assertProblem(http.get().uri("/api/v1/tasks").exchange(), 401, "unauthenticated");
    assertProblem(
        http.get().uri("/api/v1/tasks").header("Authorization", "Bearer a.b.c").exchange(),
        401,
        "unauthenticated");
    assertProblem(
        http.get()
            .uri("/api/v1/tasks")
            .header(
                "Authorization",
                "Bearer " + TestTokens.token(user, session, Duration.ofMinutes(-5), "USER"))
            .exchange(),
        401,
        "unauthenticated");
    assertThat(BACKEND.asked).isEmpty();
  }

  @Test
  void anEndedSessionIsOutAtTheNextRequest() {
    tasks().expectStatus().isOk();
    redis.delete("session:" + session);
    assertProblem(tasks(), 401, "session-ended");
  }

  @Test
  void whoHasToProveAgainWhoTheyAreMayOnlyDoThat() {
    tasks().expectStatus().isOk();
    put("stepUpSince", now());
    assertProblem(tasks(), 403, "reauthentication-required");
    http.post()
        .uri("/api/v1/auth/reauthenticate")
        .header("Authorization", TestTokens.bearer(user, session, "USER"))
        .exchange()
        .expectStatus()
        .isOk();
  }

  @Test
  void aProofAfterTheDemandIsGood() {
    put("stepUpSince", now() - 600);
    tasks().expectStatus().isOk();
  }

  @Test
  void aTokenFromBeforeItsRolesWereReducedIsOutdated() {
    put("rolesSince", now() + 600);
    assertProblem(tasks(), 401, "token-outdated");
    put("rolesSince", now() - 600);
    tasks().expectStatus().isOk();
  }

  @Test
  void adminPathsFindTheirService() throws InterruptedException {
    ask("/api/v1/admin/users/" + user + "/sessions");
    assertThat(SESSIONS.next().uri().getPath()).endsWith("/sessions");
    ask("/api/v1/admin/threats?rule=new-device");
    assertThat(SESSIONS.next().uri().getQuery()).isEqualTo("rule=new-device");
    ask("/api/v1/admin/users/" + user);
    assertThat(BACKEND.next().uri().getPath()).endsWith(user.toString());
    assertThat(SESSIONS.asked).isEmpty();
  }

  @Test
  void threatsAndAuditFindTheirService() throws InterruptedException {
    ask("/api/v1/threats");
    assertThat(SESSIONS.next().uri()).hasPath("/api/v1/threats");
    ask("/api/v1/admin/audit-log.csv");
    assertThat(BACKEND.next().uri()).hasPath("/api/v1/admin/audit-log.csv");
    ask("/api/v1/admin/audit-log/verification");
    assertThat(BACKEND.next().uri()).hasPath("/api/v1/admin/audit-log/verification");
  }

  @Test
  void whatASignInNeedsIsOpenAndTheRestOfAuthIsNot() throws InterruptedException {
    for (String path :
        new String[] {
          "password/forgot",
          "password/reset",
          "email/change/confirm",
          "mfa/challenges/0192f0c1",
          "mfa/challenges/0192f0c1/sms",
          "passkeys/login",
          "passkeys/login/options"
        }) {
      http.post()
          .uri("/api/v1/auth/" + path)
          .header("Authorization", "Bearer stale")
          .exchange()
          .expectStatus()
          .isOk();
      assertThat(BACKEND.next().uri()).hasPath("/api/v1/auth/" + path);
    }
    assertThat(redis.hasKey("limit:credentials:127.0.0.1")).isTrue();
    for (String path : new String[] {"email/change", "password/change", "passkeys", "mfa/totp"}) {
      assertProblem(http.post().uri("/api/v1/auth/" + path).exchange(), 401, "unauthenticated");
    }
  }

  @Test
  void usersAreLimitedAndToldWhenToComeBack() {
    for (int i = 0; i < 3; i++) {
      tasks().expectStatus().isOk();
    }
    ResponseSpec refused = tasks();
    refused
        .expectHeader()
        .value("Retry-After", seconds -> assertThat(Integer.parseInt(seconds)).isBetween(1, 10));
    assertProblem(refused, 429, "too-many-requests");
  }

  @Test
  void whoProvesThemselvesAgainHasANarrowLimitOfTheirOwn() {
    String bucket = "limit:credentials:user:" + user;
    prove("/options").expectStatus().isOk();
    assertThat(redis.hasKey(bucket)).isFalse(); // takes no secret
    prove("").expectStatus().isOk();
    assertThat(redis.hasKey(bucket)).isTrue();
    long later = Instant.now().plusSeconds(60).toEpochMilli();
    redis.opsForHash().putAll(bucket, Map.of("tokens", "0", "at", Long.toString(later)));
    BACKEND.asked.clear();
    ResponseSpec refused = prove("");
    refused.expectHeader().valueEquals("Retry-After", "1");
    assertProblem(refused, 429, "too-many-requests");
    assertThat(BACKEND.asked).isEmpty();
  }

  @Test
  void servicesSeeTheTrueOriginAndNoClaimedIdentity() throws InterruptedException {
    http.get()
        .uri("/api/v1/tasks?status=OPEN")
        .header("Authorization", TestTokens.bearer(user, session, "USER"))
        .header("X-User-Id", "somebody-else")
        .header("X-Forwarded-For", "203.0.113.9")
        .header("X-Correlation-Id", "correlation-1")
        .cookie("refresh_token", "secret")
        .exchange()
        .expectStatus()
        .isOk()
        .expectHeader()
        .valueEquals("X-Correlation-Id", "correlation-1");
    Backend.Asked asked = BACKEND.next();
    assertThat(asked.uri()).hasToString("/api/v1/tasks?status=OPEN");
    assertThat(asked.headers())
        .doesNotContainKeys("X-user-id", "Cookie")
        .containsKey("Traceparent");
    assertThat(asked.headers().get("X-forwarded-for")).containsExactly("127.0.0.1");
    assertThat(asked.headers().get("X-correlation-id")).containsExactly("correlation-1");
    assertThat(redis.opsForHash().get("session:" + session, "lastSeenAt")).isNotEqualTo("0");
  }

  @Test
  void signingInNeedsNoTokenAndKeepsItsCookie() throws InterruptedException {
    http.post()
        .uri("/api/v1/auth/refresh")
        .header("Authorization", "Bearer stale")
        .cookie("refresh_token", "secret")
        .exchange()
        .expectStatus()
        .isOk();
    assertThat(BACKEND.next().headers().get("Cookie")).containsExactly("refresh_token=secret");
  }

  @Test
  void noSpellingOfAnAddressPassesByTheSession() {
    redis.delete("session:" + session);
    for (String path : List.of("/%61pi/v1/tasks", "/api/v1/%74asks", "/%77s")) {
      http.get()
          .uri(URI.create("http://127.0.0.1:" + port + path))
          .header("Authorization", TestTokens.bearer(user, session, "USER"))
          .exchange()
          .expectStatus()
          .value(status -> assertThat(status).isBetween(400, 404));
    }
    assertThat(BACKEND.asked).isEmpty();
  }

  @Test
  void manyRequestsReachAServiceAtOnce() {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + port + "/api/v1/auth/refresh?crowd"))
            .POST(BodyPublishers.noBody())
            .build();
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      List<CompletableFuture<HttpResponse<String>>> answers =
          Stream.generate(() -> client.sendAsync(request, BodyHandlers.ofString()))
              .limit(Backend.CROWD)
              .toList();
      assertThat(answers)
          .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
    }
  }

  @Test
  void aServiceThatIsAwayIsNamedAsSuch() {
    ResponseSpec answer =
        http.get()
            .uri("/api/v1/analytics/usage")
            .header("Authorization", TestTokens.bearer(user, session, "USER"))
            .exchange();
    answer.expectHeader().valueEquals("Retry-After", "2");
    assertProblem(answer, 503, "unavailable");
  }

  @Test
  void everyPageOpensTheAppUnderAStrictPolicy() {
    for (String page : new String[] {"/", "/tasks", "/chat/0192f0c1"}) {
      http.get()
          .uri(page)
          .exchange()
          .expectStatus()
          .isOk()
          .expectHeader()
          .valueMatches("Content-Security-Policy", "default-src 'none'; script-src 'self'.*")
          .expectHeader()
          .valueEquals("Cache-Control", "no-cache")
          .expectHeader()
          .valueEquals("X-Frame-Options", "DENY")
          .expectBody(String.class)
          .value(body -> assertThat(body).contains("<title>app</title>"));
    }
    http.get()
        .uri("/assets/index-1a2b.js")
        .exchange()
        .expectStatus()
        .isOk()
        .expectHeader()
        .value("Cache-Control", cache -> assertThat(cache).contains("immutable"));
    assertProblem(http.get().uri("/missing.png").exchange(), 404, "not-found");
    assertProblem(http.get().uri("/openapi/nothing.json").exchange(), 404, "not-found");
  }

  @Test
  void documentsAreHandedOutAndMetricsAreNot() throws InterruptedException {
    http.get().uri("/openapi/chat.json").exchange().expectStatus().isOk();
    assertThat(BACKEND.next().uri()).hasToString("/v3/api-docs");
    http.get().uri("/docs/index.html").exchange().expectStatus().isOk();
    http.get().uri("/actuator/health/readiness").exchange().expectStatus().isOk();
    assertProblem(http.get().uri("/actuator/prometheus").exchange(), 401, "unauthenticated");
  }

  private void put(String field, long seconds) {
    redis.opsForHash().put("session:" + session, field, Long.toString(seconds));
  }

  private static long now() {
    return Instant.now().getEpochSecond();
  }

  private void ask(String path) {
    http.get()
        .uri(path)
        .header("Authorization", TestTokens.bearer(user, session, "USER"))
        .exchange()
        .expectStatus()
        .isOk();
  }

  private ResponseSpec prove(String path) {
    return http.post()
        .uri("/api/v1/auth/reauthenticate" + path)
        .header("Authorization", TestTokens.bearer(user, session, "USER"))
        .exchange();
  }

  private ResponseSpec tasks() {
    return http.get()
        .uri("/api/v1/tasks")
        .header("Authorization", TestTokens.bearer(user, session, "USER"))
        .exchange();
  }

  private static void assertProblem(ResponseSpec answer, int status, String code) {
    answer
        .expectStatus()
        .isEqualTo(status)
        .expectHeader()
        .contentTypeCompatibleWith("application/problem+json")
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo(code);
  }
}
