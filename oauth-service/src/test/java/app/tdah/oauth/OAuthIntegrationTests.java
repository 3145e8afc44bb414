package app.tdah.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.events.EventHandler;
import app.tdah.defaults.events.EventMetadata;
import app.tdah.devstack.testing.EmbeddedServers;
import app.tdah.devstack.testing.TestTokens;
import app.tdah.events.AnalyticsEvent.UsageRecorded;
import app.tdah.events.DomainEvent;
import app.tdah.events.IntegrationEvent.Connected;
import app.tdah.events.IntegrationEvent.Disconnected;
import app.tdah.events.IntegrationEvent.ItemRemoved;
import app.tdah.events.IntegrationEvent.ItemSynced;
import app.tdah.events.IntegrationEvent.ReconnectNeeded;
import app.tdah.events.SecurityEvent.Audited;
import app.tdah.oauth.integration.AccessToken;
import app.tdah.oauth.integration.AccessTokens;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@EmbeddedServers
@SpringBootTest
@AutoConfigureMockMvc
@Import(OAuthIntegrationTests.Seen.class)
class OAuthIntegrationTests {

  private static final Queue<DomainEvent> EVENTS = new ConcurrentLinkedQueue<>();
  private static final String INTEGRATIONS = "/api/v1/oauth/integrations";

  @Autowired private MockMvcTester mvc;
  @Autowired private JsonMapper json;
  @Autowired private JdbcClient jdbc;
  @Autowired private FieldCipher cipher;
  @Autowired private AccessTokens tokens;

  private final UUID user = UUID.randomUUID();
  private final UUID session = UUID.randomUUID();

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry registry) {
    registry.add("ASSISTANT_GOOGLE_CLIENT_ID", () -> TestGoogle.CLIENT_ID);
    registry.add("ASSISTANT_GOOGLE_CLIENT_SECRET", () -> TestGoogle.CLIENT_SECRET);
    registry.add(
        "ASSISTANT_GOOGLE_AUTHORIZATION_URL", () -> TestGoogle.endpoint("/o/oauth2/v2/auth"));
    registry.add("ASSISTANT_GOOGLE_TOKEN_URL", () -> TestGoogle.endpoint("/token"));
    registry.add("ASSISTANT_GOOGLE_REVOCATION_URL", () -> TestGoogle.endpoint("/revoke"));
    registry.add("ASSISTANT_GOOGLE_USERINFO_URL", () -> TestGoogle.endpoint("/oauth2/v3/userinfo"));
    registry.add("ASSISTANT_GOOGLE_CALENDAR_URL", () -> TestGoogle.endpoint("/calendar/v3"));
  }

  @BeforeAll
  static void patience() {
    org.awaitility.Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
  }

  @AfterEach
  void noFault() {
    TestGoogle.noFault();
  }

  @Test
  void listsProviders() {
    JsonNode google = body(call(HttpMethod.GET, "/api/v1/oauth/providers", null)).at("/items/0");
    assertThat(google.path("id").asString()).isEqualTo("google");
    assertThat(google.path("configured").asBoolean()).isTrue();
    assertThat(google.at("/capabilities/0").asString()).isEqualTo("calendar");
  }

  @Test
  void connectsAndSyncsAtOnce() {
    UUID id = connect();
    awaitSynced(id);

    assertThat(cipher.open(eventsOf(Connected.class).getFirst().account())).contains("@");
    JsonNode integration = body(call(HttpMethod.GET, INTEGRATIONS + "/" + id, null));
    assertThat(integration.path("status").asString()).isEqualTo("CONNECTED");
    assertThat(integration.path("account").asString()).contains("@");
    assertThat(integration.path("advice").isNull()).isTrue();
    JsonNode page = body(call(HttpMethod.GET, INTEGRATIONS + "/" + id + "/items?limit=1", null));
    assertThat(page.path("items")).hasSize(1);
    assertThat(page.path("nextCursor").isString()).isTrue();
    await().until(() -> titles().contains("Dentist"));
    await().until(() -> !eventsOf(UsageRecorded.class).isEmpty());
    assertThat(eventsOf(UsageRecorded.class).getFirst().meter()).isEqualTo("oauth.calls");
    assertThat(secretsOf(id)).noneMatch(it -> it.contains("ya29") || it.contains("Dentist"));
  }

  @Test
  void tellsOnlyWhatChanged() {
    String event = TestGoogle.addEvent("Piano " + user, 5);
    UUID id = connect();
    awaitSynced(id);
    await().until(() -> titles().contains("Piano " + user));
    int told = eventsOf(ItemSynced.class).size();

    String added = TestGoogle.addEvent("Violin " + user, 6);
    TestGoogle.deleteEvent(event);
    sync(id);

    await()
        .until(
            () -> eventsOf(ItemRemoved.class).stream().anyMatch(it -> it.itemId().equals(event)));
    assertThat(eventsOf(ItemSynced.class)).hasSize(told + 1);
    assertThat(eventsOf(ItemSynced.class).getLast().itemId()).isEqualTo(added);
  }

  @Test
  void startsOverAfterAnExpiredCursorAndFindsWhatVanished() {
    String vanishing = TestGoogle.addEvent("Vanishing " + user, 7);
    UUID id = connect();
    awaitSynced(id);
    await().until(() -> titles().contains("Vanishing " + user));
    int told = eventsOf(ItemSynced.class).size();

    TestGoogle.deleteEvent(vanishing);
    TestGoogle.expireSyncTokens();
    sync(id);

    await().until(() -> !eventsOf(ItemRemoved.class).isEmpty());
    assertThat(eventsOf(ItemRemoved.class))
        .extracting(ItemRemoved::itemId)
        .containsExactly(vanishing);
    assertThat(eventsOf(ItemSynced.class)).hasSize(told);
  }

  @Test
  void readsAllPagesOfALargeCalendar() {
    Set<String> added =
        IntStream.range(0, 260)
            .mapToObj(i -> TestGoogle.addEvent("Bulk " + user + " " + i, 24 * 20))
            .collect(Collectors.toSet());
    UUID id = connect();
    awaitSynced(id);
    await()
        .until(() ->
            eventsOf(ItemSynced.class).stream()
                .map(ItemSynced::itemId)
                .collect(Collectors.toSet())
                .containsAll(added));
    assertThat(eventsOf(UsageRecorded.class).getFirst().quantity()).isGreaterThanOrEqualTo(2);
    added.forEach(TestGoogle::deleteEvent);
  }

  @Test
  void waitsWhenTheProviderAsks() {
    UUID id = connect();
    awaitSynced(id);
    TestGoogle.fault("{\"status\":429,\"retryAfter\":2,\"times\":1}");
    String added = TestGoogle.addEvent("Later " + user, 8);
    sync(id);

    await()
        .until(() ->
            body(call(HttpMethod.GET, INTEGRATIONS + "/" + id, null))
                .path("lastError")
                .asString("")
                .equals("provider-rate-limited"));
    await()
        .until(() -> eventsOf(ItemSynced.class).stream().anyMatch(it -> it.itemId().equals(added)));
    await()
        .until(() ->
            body(call(HttpMethod.GET, INTEGRATIONS + "/" + id, null)).path("lastError").isNull());
  }

  @Test
  void refreshesATokenThatDiedEarly() {
    UUID id = connect();
    awaitSynced(id);
    TestGoogle.expireAccessTokens();
    String added = TestGoogle.addEvent("After refresh " + user, 9);
    sync(id);
    await()
        .until(() -> eventsOf(ItemSynced.class).stream().anyMatch(it -> it.itemId().equals(added)));
    assertThat(version(id)).isEqualTo(2);
  }

  @Test
  void saysOnceThatTheUserMustReconnectAndRecovers() {
    UUID id = connect();
    awaitSynced(id);
    TestGoogle.revokeAll();
    sync(id);
    await().until(() -> !eventsOf(ReconnectNeeded.class).isEmpty());
    JsonNode integration = body(call(HttpMethod.GET, INTEGRATIONS + "/" + id, null));
    assertThat(integration.path("status").asString()).isEqualTo("RECONNECT_NEEDED");
    assertThat(integration.path("advice").asString()).contains("Connect the account again");
    sync(id);

    assertThat(connect()).isEqualTo(id);
    String added = TestGoogle.addEvent("Back " + user, 10);
    sync(id);
    await()
        .until(() -> eventsOf(ItemSynced.class).stream().anyMatch(it -> it.itemId().equals(added)));
    assertThat(eventsOf(ReconnectNeeded.class)).hasSize(1);
  }

  @Test
  void fiftyCallersMakeOneRefresh() throws Exception {
    UUID id = connect();
    awaitSynced(id);
    jdbc.sql("update tokens set expires_at = now() where integration_id = ?").param(id).update();
    TestGoogle.fault("{\"delayMs\":300}");

    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<AccessToken>> calls =
          IntStream.range(0, 50).mapToObj(i -> threads.submit(() -> tokens.of(id))).toList();
      Set<String> values = new java.util.HashSet<>();
      for (Future<AccessToken> call : calls) {
        values.add(call.get().value());
      }
      assertThat(values).hasSize(1);
    }
    assertThat(version(id)).isEqualTo(2);
  }

  @Test
  void takesAStateOnceAndOnlyFromItsSession() {
    Map<String, String> back = TestGoogle.approve(initiate());
    String body =
        json.writeValueAsString(Map.of("state", back.get("state"), "code", back.get("code")));

    assertThat(
            post(
                "/api/v1/oauth/callback", body, TestTokens.bearer(user, UUID.randomUUID(), "USER")))
        .hasStatus(400);
    assertThat(
            post(
                "/api/v1/oauth/callback",
                body,
                TestTokens.bearer(UUID.randomUUID(), session, "USER")))
        .hasStatus(400);
    assertThat(call(HttpMethod.POST, "/api/v1/oauth/callback", body)).hasStatus(201);
    MvcTestResult again = call(HttpMethod.POST, "/api/v1/oauth/callback", body);
    assertThat(again).hasStatus(400);
    assertThat(body(again).path("code").asString()).isEqualTo("state-invalid");
  }

  @Test
  void noticesThatNothingWasAllowed() {
    URI identityOnly =
        URI.create(
            initiate()
                .toString()
                .replaceAll("%20https[^&]*calendar.readonly", "")
                .replace("include_granted_scopes=true", "include_granted_scopes=false"));
    Map<String, String> back = TestGoogle.approve(identityOnly);
    MvcTestResult result =
        call(
            HttpMethod.POST,
            "/api/v1/oauth/callback",
            json.writeValueAsString(Map.of("state", back.get("state"), "code", back.get("code"))));
    assertThat(result).hasStatus(422);
    assertThat(body(result).path("code").asString()).isEqualTo("consent-incomplete");
    assertThat(body(call(HttpMethod.GET, INTEGRATIONS, null)).path("items")).isEmpty();
  }

  @Test
  void disconnectsAtOnceAndHandsTheGrantBackWhenItCan() {
    UUID id = connect();
    awaitSynced(id);
    TestGoogle.fault("{\"status\":503,\"times\":1}");
    assertThat(call(HttpMethod.DELETE, INTEGRATIONS + "/" + id, null)).hasStatus(204);

    assertThat(call(HttpMethod.GET, INTEGRATIONS + "/" + id, null)).hasStatus(404);
    assertThat(secretsOf(id)).isEmpty();
    await().until(() -> !eventsOf(Disconnected.class).isEmpty());
    await()
        .untilAsserted(() ->
            assertThat(eventsOf(Audited.class))
                .extracting(Audited::action)
                .contains("connection.connect", "connection.disconnect"));
    await()
        .until(() ->
            jdbc.sql("select max(attempts) from revocations where user_id = ?")
                    .param(user)
                    .query(Integer.class)
                    .single()
                == 1);
    jdbc.sql("update revocations set due_at = now() where user_id = ?").param(user).update();
    await()
        .until(() ->
            jdbc.sql("select count(*) from revocations where user_id = ?")
                    .param(user)
                    .query(Long.class)
                    .single()
                == 0);
  }

  @Test
  void hidesOtherUsersIntegrations() {
    UUID id = connect();
    String other = TestTokens.bearer(UUID.randomUUID());
    for (String path : List.of("", "/items")) {
      assertThat(mvc.get().uri(INTEGRATIONS + "/" + id + path).header("Authorization", other))
          .hasStatus(404);
    }
    assertThat(mvc.delete().uri(INTEGRATIONS + "/" + id).header("Authorization", other))
        .hasStatus(404);
    assertThat(mvc.get().uri(INTEGRATIONS)).hasStatus(401);
  }

  @Test
  void refusesWhatCannotBeAskedFor() {
    assertThat(code(initiate("{\"provider\":\"nobody\",\"capabilities\":[\"calendar\"]}")))
        .isEqualTo("provider-not-found");
    assertThat(code(initiate("{\"provider\":\"google\",\"capabilities\":[\"telepathy\"]}")))
        .isEqualTo("capability-unknown");
    assertThat(initiate("{\"provider\":\"google\",\"capabilities\":[]}")).hasStatus(400);
  }

  private UUID connect() {
    Map<String, String> back = TestGoogle.approve(initiate());
    MvcTestResult result =
        call(
            HttpMethod.POST,
            "/api/v1/oauth/callback",
            json.writeValueAsString(Map.of("state", back.get("state"), "code", back.get("code"))));
    assertThat(result).hasStatus(201);
    return UUID.fromString(body(result).path("id").asString());
  }

  private URI initiate() {
    MvcTestResult result = initiate("{\"provider\":\"google\",\"capabilities\":[\"calendar\"]}");
    return URI.create(body(result).path("authorizationUrl").asString());
  }

  private MvcTestResult initiate(String body) {
    return call(HttpMethod.POST, "/api/v1/oauth/initiate", body);
  }

  private void sync(UUID id) {
    assertThat(call(HttpMethod.POST, INTEGRATIONS + "/" + id + "/sync", null)).hasStatus(202);
  }

  private void awaitSynced(UUID id) {
    await()
        .until(() ->
            body(call(HttpMethod.GET, INTEGRATIONS + "/" + id, null))
                .path("lastSyncedAt")
                .isString());
  }

  private MvcTestResult call(HttpMethod method, String path, String body) {
    return body == null
        ? mvc.method(method).uri(path).header("Authorization", bearer()).exchange()
        : mvc.method(method)
            .uri(path)
            .header("Authorization", bearer())
            .contentType(MediaType.APPLICATION_JSON)
            .content(body)
            .exchange();
  }

  private MvcTestResult post(String path, String body, String bearer) {
    return mvc.post()
        .uri(path)
        .header("Authorization", bearer)
        .contentType(MediaType.APPLICATION_JSON)
        .content(body)
        .exchange();
  }

  private String bearer() {
    return TestTokens.bearer(user, session, "USER");
  }

  private JsonNode body(MvcTestResult result) {
    return json.readTree(result.getResponse().getContentAsByteArray());
  }

  private String code(MvcTestResult result) {
    return body(result).path("code").asString();
  }

  private long version(UUID id) {
    return jdbc.sql("select version from tokens where integration_id = ?")
        .param(id)
        .query(Long.class)
        .single();
  }

  private List<String> secretsOf(UUID id) {
    return jdbc.sql(
            """
            select access_token from tokens where integration_id = :id
            union all select refresh_token from tokens where integration_id = :id
            union all select data from synced_items where integration_id = :id
            union all select account from integrations where id = :id
            """)
        .param("id", id)
        .query(String.class)
        .list();
  }

  private Set<String> titles() {
    return eventsOf(ItemSynced.class).stream()
        .map(it -> json.readTree(cipher.open(it.data())).path("title").asString())
        .collect(Collectors.toSet());
  }

  private <E extends DomainEvent> List<E> eventsOf(Class<E> type) {
    return EVENTS.stream()
        .filter(type::isInstance)
        .map(type::cast)
        .filter(event -> user.equals(event.userId()))
        .toList();
  }

  /** Keeps every event that comes through Kafka. */
  @TestConfiguration
  static class Seen {
    @Bean
    EventHandler<DomainEvent> seenEvents() {
      return new EventHandler<>() {
        @Override
        public Class<DomainEvent> eventType() {
          return DomainEvent.class;
        }

        @Override
        public void handle(DomainEvent event, EventMetadata metadata) {
          EVENTS.add(event);
        }
      };
    }
  }
}
