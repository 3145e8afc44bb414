package app.tdah.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tdah.defaults.events.EventHandler;
import app.tdah.defaults.events.EventMetadata;
import app.tdah.defaults.events.EventPublisher;
import app.tdah.defaults.ids.Ids;
import app.tdah.devstack.process.ChildProcess;
import app.tdah.devstack.testing.EmbeddedServers;
import app.tdah.devstack.testing.TestServers;
import app.tdah.devstack.testing.TestTokens;
import app.tdah.events.DomainEvent;
import app.tdah.events.SecurityEvent.LoginFailed;
import app.tdah.events.SecurityEvent.LoginSucceeded;
import app.tdah.events.SecurityEvent.SessionEnded;
import app.tdah.events.SecurityEvent.SessionRevoked;
import app.tdah.events.SecurityEvent.SessionStarted;
import app.tdah.events.SecurityEvent.TokenReused;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.listener.ChannelTopic;
import org.springframework.data.redis.listener.RedisMessageListenerContainer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@EmbeddedServers
@SpringBootTest
@AutoConfigureMockMvc
class SessionIntegrationTests {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

  @Autowired private MockMvcTester mvc;
  @Autowired private EventPublisher events;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionOperations transactions;
  @Autowired private StringRedisTemplate redis;
  @Autowired private RedisMessageListenerContainer channels;
  @Autowired private Heard heard;

  private final UUID user = Ids.next();
  private final UUID current = Ids.next();

  @AfterEach
  void resumeRedis() throws InterruptedException {
    signalRedis("CONT");
  }

  @Test
  void listsLiveSessionsFromTheirEvents() {
    UUID other = Ids.next();
    publish(started(user, current), started(user, other), started(Ids.next(), Ids.next()));
    publish(new SessionEnded(user, endedOne(), "LOGOUT"));
    await().atMost(PATIENCE).until(() -> list().size() == 2);
    assertThat(list())
        .extracting(s -> s.get("id").asString())
        .containsExactly(other.toString(), current.toString());
    JsonNode first = list().getLast();
    assertThat(first.get("current").asBoolean()).isTrue();
    assertThat(list().getFirst().get("current").asBoolean()).isFalse();
    assertThat(first.get("deviceName").asString()).isEqualTo("laptop");
    assertThat(first.get("browser").asString()).isEqualTo("Firefox");
    assertThat(first.get("system").asString()).isEqualTo("Linux");
    assertThat(first.get("address").asString()).isEqualTo("192.0.2.7");
    assertThat(first.get("createdAt").asString()).isEqualTo("2026-03-01T08:00:00Z");
    assertThat(first.get("lastSeenAt").asString()).isEqualTo("2026-03-01T08:00:00Z");
  }

  @Test
  void knowsASessionBeforeItsEventArrives() {
    putInRedis(user, current);
    assertThat(list())
        .singleElement()
        .satisfies(s -> {
          assertThat(s.get("id").asString()).isEqualTo(current.toString());
          assertThat(s.get("lastSeenAt").asString()).isEqualTo("2026-03-01T08:05:00Z");
        });
    publish(started(user, current));
    publish(new LoginFailed(user, "192.0.2.7", "INVALID_CREDENTIALS"));
    await().atMost(PATIENCE).until(() -> history().size() == 2);
    assertThat(list()).hasSize(1);
  }

  @Test
  void pagesTheYoungestFirst() {
    List<UUID> ids = List.of(Ids.next(), Ids.next(), Ids.next());
    ids.forEach(id -> putInRedis(user, id));
    JsonNode page = json(get("/api/v1/sessions?limit=2"));
    assertThat(page.get("items")).hasSize(2);
    assertThat(page.get("items").get(0).get("id").asString()).isEqualTo(ids.get(2).toString());
    JsonNode rest =
        json(get("/api/v1/sessions?limit=2&cursor=" + page.get("nextCursor").asString()));
    assertThat(rest.get("items")).hasSize(1);
    assertThat(rest.get("nextCursor").isNull()).isTrue();
  }

  @Test
  void aRevokedSessionIsOutAtOnce() {
    UUID other = Ids.next();
    putInRedis(user, current);
    putInRedis(user, other);
    List<String> closed = new CopyOnWriteArrayList<>();
    channels.addMessageListener(
        (message, pattern) -> closed.add(new String(message.getBody())),
        ChannelTopic.of("sessions-ended"));

    assertThat(delete("/api/v1/sessions/" + other)).hasStatus(204);
    assertThat(redis.hasKey("session:" + other)).isFalse();
    assertThat(redis.hasKey("ended-session:" + other)).isTrue();
    assertThat(redis.opsForSet().members("user-sessions:" + user))
        .containsExactly(current.toString());
    assertThat(list()).extracting(s -> s.get("id").asString()).containsExactly(current.toString());
    assertThat(delete("/api/v1/sessions/" + other)).hasStatus(204);
    await().atMost(Duration.ofSeconds(1)).until(() -> closed.contains(other.toString()));
    await().atMost(PATIENCE).until(() -> revoked(other) == 1);
    assertThat(history())
        .filteredOn(e -> e.get("type").asString().equals("SESSION_REVOKED"))
        .singleElement()
        .satisfies(e -> assertThat(e.get("sessionId").asString()).isEqualTo(other.toString()));
  }

  @Test
  void anotherUsersSessionIsNotThere() {
    UUID stranger = Ids.next();
    UUID theirs = Ids.next();
    putInRedis(stranger, theirs);
    publish(started(stranger, theirs));
    assertThat(delete("/api/v1/sessions/" + theirs))
        .hasStatus(404)
        .hasContentTypeCompatibleWith("application/problem+json");
    assertThat(delete("/api/v1/sessions/" + Ids.next())).hasStatus(404);
    assertThat(redis.hasKey("session:" + theirs)).isTrue();
  }

  @Test
  void endsAllOthers() {
    List<UUID> others = List.of(Ids.next(), Ids.next());
    putInRedis(user, current);
    others.forEach(id -> putInRedis(user, id));
    assertThat(delete("/api/v1/sessions")).hasStatus(400);
    assertThat(delete("/api/v1/sessions?except=none")).hasStatus(400);
    assertThat(delete("/api/v1/sessions?except=current")).hasStatus(204);
    assertThat(list()).extracting(s -> s.get("id").asString()).containsExactly(current.toString());
    others.forEach(id -> assertThat(redis.hasKey("session:" + id)).isFalse());
    assertThat(redis.hasKey("session:" + current)).isTrue();
  }

  @Test
  void aRevocationWhileRedisIsAwayIsCarriedOutLater() throws InterruptedException {
    UUID other = Ids.next();
    putInRedis(user, other);
    list();
    signalRedis("STOP");
    assertThat(delete("/api/v1/sessions/" + other)).hasStatus(204);
    assertThat(pending()).isEqualTo(1);
    signalRedis("CONT");
    await().atMost(PATIENCE).until(() -> !redis.hasKey("session:" + other));
    await().atMost(PATIENCE).until(() -> pending() == 0);
    await().atMost(PATIENCE).until(() -> revoked(other) == 1);
  }

  @Test
  void tellsTheHistoryOfTheUserAlone() {
    publish(
        new LoginFailed(user, "192.0.2.7", "INVALID_CREDENTIALS"),
        new LoginFailed(null, "192.0.2.7", "INVALID_CREDENTIALS"),
        new LoginSucceeded(user, current, "192.0.2.7"),
        started(user, current),
        new TokenReused(user, current),
        new SessionEnded(user, current, "TOKEN_REUSED"));
    await().atMost(PATIENCE).until(() -> history().size() == 7);
    assertThat(history())
        .extracting(e -> e.get("type").asString())
        .filteredOn(type -> !List.of("THREAT_DETECTED", "SESSION_REVOKED").contains(type))
        .containsExactly(
            "SESSION_ENDED", "TOKEN_REUSED", "SESSION_STARTED", "LOGIN_SUCCEEDED", "LOGIN_FAILED");
    assertThat(history().getFirst().get("reason").asString()).isEqualTo("TOKEN_REUSED");
  }

  @Test
  void needsAToken() {
    assertThat(mvc.get().uri("/api/v1/sessions").exchange()).hasStatus(401);
    assertThat(mvc.get().uri("/api/v1/security-events").exchange()).hasStatus(401);
  }

  private UUID endedOne() {
    UUID id = Ids.next();
    publish(started(user, id));
    return id;
  }

  private static SessionStarted started(UUID user, UUID session) {
    return new SessionStarted(
        user,
        session,
        "laptop",
        "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
        "192.0.2.7",
        List.of("pwd"),
        NOW);
  }

  private void putInRedis(UUID owner, UUID session) {
    redis
        .opsForHash()
        .putAll(
            "session:" + session,
            Map.of(
                "userId", owner.toString(),
                "deviceName", "laptop",
                "userAgent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0",
                "address", "192.0.2.7",
                "createdAt", Long.toString(NOW.toEpochMilli()),
                "lastSeenAt", Long.toString(NOW.plusSeconds(300).toEpochMilli()),
                "amr", "pwd"));
    redis.opsForSet().add("user-sessions:" + owner, session.toString());
  }

  private void publish(DomainEvent... all) {
    transactions.executeWithoutResult(status -> List.of(all).forEach(events::publish));
  }

  private List<JsonNode> list() {
    return json(get("/api/v1/sessions")).get("items").valueStream().toList();
  }

  private List<JsonNode> history() {
    return json(get("/api/v1/security-events")).get("items").valueStream().toList();
  }

  private MvcTestResult get(String uri) {
    MvcTestResult result = mvc.get().uri(uri).header("Authorization", bearer()).exchange();
    assertThat(result).hasStatusOk();
    return result;
  }

  private MvcTestResult delete(String uri) {
    return mvc.delete().uri(uri).header("Authorization", bearer()).exchange();
  }

  private String bearer() {
    return TestTokens.bearer(user, current, "USER");
  }

  private static JsonNode json(MvcTestResult result) {
    return JsonMapper.shared().readTree(result.getResponse().getContentAsByteArray());
  }

  private int pending() {
    return jdbc.sql("select count(*) from pending_revocations where user_id = ?")
        .param(user)
        .query(Integer.class)
        .single();
  }

  private long revoked(UUID session) {
    return heard.events.stream()
        .filter(e -> e instanceof SessionRevoked revoked && revoked.sessionId().equals(session))
        .count();
  }

  private static void signalRedis(String signal) throws InterruptedException {
    ChildProcess.signal(TestServers.running().component("redis").process().pid(), signal);
  }

  /** Every event of the suite, as another service would get it. */
  static final class Heard implements EventHandler<DomainEvent> {

    private final List<DomainEvent> events = new CopyOnWriteArrayList<>();

    @Override
    public Class<DomainEvent> eventType() {
      return DomainEvent.class;
    }

    @Override
    public void handle(DomainEvent event, EventMetadata metadata) {
      events.add(event);
    }
  }

  @TestConfiguration
  static class Setup {

    @Bean
    Heard heard() {
      return new Heard();
    }

    @Bean
    RedisMessageListenerContainer channels(StringRedisTemplate redis) {
      RedisMessageListenerContainer container = new RedisMessageListenerContainer();
      container.setConnectionFactory(redis.getConnectionFactory());
      return container;
    }
  }
}
