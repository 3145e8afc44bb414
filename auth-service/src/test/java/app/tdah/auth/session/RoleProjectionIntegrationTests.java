package app.tdah.auth.session;

import static app.tdah.auth.AuthClient.PASSWORD;
import static app.tdah.auth.AuthClient.json;
import static app.tdah.auth.AuthClient.someEmail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tdah.auth.AuthClient;
import app.tdah.auth.AuthIntegrationTest;
import app.tdah.auth.TestClock;
import app.tdah.defaults.events.EventPublisher;
import app.tdah.events.SecurityEvent.SessionEnded;
import app.tdah.events.UserEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

@AuthIntegrationTest
class RoleProjectionIntegrationTests {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Autowired private AuthClient client;
  @Autowired private TestClock clock;
  @Autowired private JwtDecoder decoder;
  @Autowired private StringRedisTemplate redis;
  @Autowired private EventPublisher events;
  @Autowired private TransactionOperations transactions;

  private final String email = someEmail();
  private UUID user;

  @BeforeEach
  void openAccount() {
    user = client.account(email);
  }

  @Test
  void rolesReachTokensAtTheNextRefresh() {
    JsonNode session = client.signedIn(email);
    publish(
        new UserEvent.RolesChanged(user, List.of("USER", "SUPPORT"), List.of("users:read"), false));
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(token(client.signedIn(email)).getClaimAsStringList("roles"))
                .containsExactly("USER", "SUPPORT"));
    Jwt refreshed = token(json(client.refresh(refreshToken(session))));
    assertThat(refreshed.getClaimAsStringList("roles")).containsExactly("USER", "SUPPORT");
    assertThat(refreshed.getClaimAsStringList("permissions")).containsExactly("users:read");
    assertThat(redis.opsForHash().hasKey("session:" + sid(session), "rolesSince")).isFalse();
  }

  @Test
  void whatIsTakenAwayOutdatesTokensAtOnce() {
    JsonNode session = client.signedIn(email);
    String key = "session:" + sid(session);
    publish(new UserEvent.RolesChanged(user, List.of("USER"), List.of(), true));
    await().atMost(PATIENCE).until(() -> redis.opsForHash().hasKey(key, "rolesSince"));
    Instant since =
        Instant.ofEpochSecond(
            Long.parseLong(
                Objects.requireNonNull(redis.opsForHash().get(key, "rolesSince")).toString()));
    assertThat(token(session).getIssuedAt()).isBefore(since);
    Jwt refreshed = token(json(client.refresh(refreshToken(session))));
    assertThat(refreshed.getIssuedAt()).isAfterOrEqualTo(since);
    assertThat(redis.opsForHash().hasKey(key, "rolesSince")).isTrue();
  }

  @Test
  void aSuspendedAccountIsShutAndOpensAgain() {
    JsonNode session = client.signedIn(email);
    publish(new UserEvent.Suspended(user, "spam"));
    await().atMost(PATIENCE).until(() -> !redis.hasKey("session:" + sid(session)));
    assertSuspended(client.refresh(refreshToken(session)));
    assertSuspended(client.login(email, PASSWORD));
    assertThat(client.login(email, "not the password")).hasStatus(401);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(client.heard(SessionEnded.class))
                .anyMatch(e -> e.userId().equals(user) && e.reason().equals("SUSPENDED")));

    publish(new UserEvent.Reinstated(user));
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(client.login(email, PASSWORD)).hasStatusOk());
    assertThat(client.refresh(refreshToken(session))).hasStatus(401);
  }

  @Test
  void aLoginOffersToCallOffAnErasure() {
    assertThat(client.signedIn(email).has("erasure")).isFalse();
    UUID erasure = UUID.randomUUID();
    Instant dueAt = clock.instant().plus(Duration.ofDays(7)).truncatedTo(ChronoUnit.MILLIS);
    publish(new UserEvent.ErasureScheduled(user, erasure, dueAt));
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          JsonNode offered = client.signedIn(email).path("erasure");
          assertThat(offered.path("id").asString("")).isEqualTo(erasure.toString());
          assertThat(Instant.parse(offered.get("dueAt").asString())).isEqualTo(dueAt);
        });
    publish(new UserEvent.ErasureCancelled(user, erasure));
    await().atMost(PATIENCE).until(() -> !client.signedIn(email).has("erasure"));
  }

  private void publish(UserEvent event) {
    transactions.executeWithoutResult(status -> events.publish(event));
  }

  private static void assertSuspended(MvcTestResult answer) {
    assertThat(answer)
        .hasStatus(403)
        .bodyJson()
        .extractingPath("code")
        .isEqualTo("account-suspended");
  }

  private Jwt token(JsonNode session) {
    return decoder.decode(session.get("accessToken").asString());
  }

  private String sid(JsonNode session) {
    return token(session).getClaimAsString("sid");
  }

  private static String refreshToken(JsonNode session) {
    return session.get("refreshToken").asString();
  }
}
