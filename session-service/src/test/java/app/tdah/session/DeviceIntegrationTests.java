package app.tdah.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tdah.defaults.events.EventPublisher;
import app.tdah.defaults.ids.Ids;
import app.tdah.devstack.testing.EmbeddedServers;
import app.tdah.events.SecurityEvent.Audited;
import app.tdah.events.SecurityEvent.SessionRevoked;
import app.tdah.events.SecurityEvent.SessionStarted;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

@EmbeddedServers
@SpringBootTest
@AutoConfigureMockMvc
@Import(Suite.class)
class DeviceIntegrationTests {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String FIREFOX =
      "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

  @Autowired private MockMvcTester mvc;
  @Autowired private EventPublisher events;
  @Autowired private TransactionOperations transactions;
  @Autowired private StringRedisTemplate redis;
  @Autowired private Suite.Heard heard;

  private Person user = Person.with(null);

  @BeforeEach
  void newUser() {
    user = Person.with(mvc);
  }

  @Test
  void tellsWhereAndHowAUserSignedIn() {
    start(user.session(), "laptop", false);
    JsonNode session = onlySession();
    assertThat(session.get("place").asString()).isEqualTo("Lisbon, Portugal");
    assertThat(session.get("amr")).extracting(JsonNode::asString).containsExactly("pwd", "otp");
    assertThat(session.get("trusted").asBoolean()).isFalse();
    assertThat(session.get("name").isNull()).isTrue();
    JsonNode spanish = Person.json(user.get("/api/v1/sessions", "es-MX")).get("items").get(0);
    assertThat(spanish.get("place").asString()).isEqualTo("Lisboa, Portugal");
  }

  @Test
  void whatAUserSaysOfADeviceHoldsForItsOtherSessionsToo() {
    UUID earlier = Ids.next();
    start(earlier, "laptop", false);
    start(user.session(), "laptop", false);
    await().atMost(PATIENCE).until(() -> user.items("/api/v1/sessions").size() == 2);
    JsonNode answer =
        Person.json(
            user.patch("/api/v1/sessions/" + earlier, "{\"name\":\" Work \",\"trusted\":true}"));
    assertThat(answer.get("name").asString()).isEqualTo("Work");
    assertThat(answer.get("trusted").asBoolean()).isTrue();
    UUID later = Ids.next();
    start(later, "laptop", false);
    await().atMost(PATIENCE).until(() -> user.items("/api/v1/sessions").size() == 3);
    assertThat(user.items("/api/v1/sessions"))
        .allSatisfy(session -> {
          assertThat(session.get("name").asString()).isEqualTo("Work");
          assertThat(session.get("trusted").asBoolean()).isTrue();
        });
    assertThat(user.patch("/api/v1/sessions/" + later, "{\"trusted\":false}")).hasStatusOk();
    assertThat(user.patch("/api/v1/sessions/" + later, "{\"name\":\"\"}")).hasStatusOk();
    assertThat(user.items("/api/v1/sessions"))
        .allSatisfy(session -> {
          assertThat(session.get("name").isNull()).isTrue();
          assertThat(session.get("trusted").asBoolean()).isFalse();
        });
    await()
        .atMost(PATIENCE)
        .until(() -> audited("device.trust") == 1 && audited("device.distrust") == 1);
  }

  @Test
  void aTrustedDeviceIsTrustedUntilItsUserSaysOtherwise() {
    start(user.session(), "phone", true);
    assertThat(onlySession().get("trusted").asBoolean()).isTrue();
    user.patch("/api/v1/sessions/" + user.session(), "{\"trusted\":false}");
    UUID later = Ids.next();
    start(later, "phone", true);
    await().atMost(PATIENCE).until(() -> user.items("/api/v1/sessions").size() == 2);
    assertThat(user.items("/api/v1/sessions").getFirst().get("trusted").asBoolean()).isFalse();
  }

  @Test
  void aNameGivenBeforeTheEventArrivesStays() {
    putInRedis(user.session());
    user.patch("/api/v1/sessions/" + user.session(), "{\"name\":\"Mine\"}");
    start(user.session(), "laptop", true);
    await().atMost(PATIENCE).until(() -> onlySession().get("trusted").asBoolean());
    assertThat(onlySession().get("name").asString()).isEqualTo("Mine");
  }

  @Test
  void onlyTheOwnerDescribesASessionAndWithinReason() {
    start(user.session(), "laptop", false);
    String uri = "/api/v1/sessions/" + onlySession().get("id").asString();
    assertThat(Person.with(mvc).patch(uri, "{\"name\":\"mine\"}")).hasStatus(404);
    assertThat(user.patch(uri, "{\"name\":\"" + "x".repeat(81) + "\"}")).hasStatus(400);
    assertThat(user.patch(uri, "{\"name\":\"a\\u0000b\"}")).hasStatus(400);
    assertThat(user.patch(uri, "{\"trusted\":\"perhaps\"}")).hasStatus(400);
    assertThat(user.patch(uri, "[]")).hasStatus(400);
    user.delete(uri);
    assertThat(user.patch(uri, "{\"name\":\"gone\"}")).hasStatus(404);
  }

  @Test
  void administratorsWithPermissionSeeAndEndSessions() {
    start(user.session(), "laptop", false);
    onlySession();
    putInRedis(user.session());
    String uri = "/api/v1/admin/users/" + user.id() + "/sessions";
    assertThat(user.get(uri, "en")).hasStatus(403);
    assertThat(user.delete(uri)).hasStatus(403);
    Person reader = Person.with(mvc, "sessions:read");
    assertThat(reader.items(uri))
        .singleElement()
        .satisfies(session -> {
          assertThat(session.get("id").asString()).isEqualTo(user.session().toString());
          assertThat(session.get("current").asBoolean()).isFalse();
        });
    assertThat(reader.delete(uri)).hasStatus(403);
    Person ender = Person.with(mvc, "sessions:end");
    assertThat(ender.get(uri, "en")).hasStatus(403);
    assertThat(ender.delete(uri)).hasStatus(204);
    assertThat(redis.hasKey("session:" + user.session())).isFalse();
    assertThat(reader.items(uri)).isEmpty();
    await()
        .atMost(PATIENCE)
        .until(() ->
            heard.of(SessionRevoked.class).anyMatch(e -> e.sessionId().equals(user.session()))
                && heard
                    .of(Audited.class)
                    .anyMatch(e ->
                        e.action().equals("session.end")
                            && ender.id().equals(e.actorId())
                            && user.id().equals(e.userId())));
    assertThat(user.items("/api/v1/security-events").getFirst().get("text").asString())
        .isEqualTo("An administrator ended the session on Firefox, Linux.");
  }

  @Test
  void pagesThroughManySessionsWithoutGapsOrRepetition() {
    List<UUID> ids = Stream.generate(Ids::next).limit(25).toList();
    ids.forEach(this::putInRedis);
    List<String> seen = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      JsonNode page = Person.json(user.get("/api/v1/sessions?limit=10&cursor=" + cursor, "en"));
      page.get("items").forEach(item -> seen.add(item.get("id").asString()));
      cursor = page.get("nextCursor").isNull() ? null : page.get("nextCursor").asString();
    }
    assertThat(seen)
        .containsExactlyElementsOf(ids.reversed().stream().map(UUID::toString).toList());
  }

  private JsonNode onlySession() {
    await().atMost(PATIENCE).until(() -> user.items("/api/v1/sessions").size() == 1);
    return user.items("/api/v1/sessions").getFirst();
  }

  private long audited(String action) {
    return heard
        .of(Audited.class)
        .filter(e -> e.action().equals(action) && user.id().equals(e.userId()))
        .count();
  }

  private void start(UUID session, @Nullable String device, boolean trusted) {
    SessionStarted started =
        new SessionStarted(
            user.id(),
            session,
            "my device",
            FIREFOX,
            Suite.LISBON,
            List.of("pwd", "otp"),
            Instant.parse("2026-03-01T08:00:00Z"),
            device,
            trusted);
    transactions.executeWithoutResult(status -> events.publish(started));
  }

  private void putInRedis(UUID session) {
    redis
        .opsForHash()
        .putAll(
            "session:" + session,
            Map.of(
                "userId",
                user.id().toString(),
                "userAgent",
                FIREFOX,
                "address",
                Suite.LISBON,
                "createdAt",
                "1772352000000",
                "amr",
                "pwd"));
    redis.opsForSet().add("user-sessions:" + user.id(), session.toString());
  }
}
