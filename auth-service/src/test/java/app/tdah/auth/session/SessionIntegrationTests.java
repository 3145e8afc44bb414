package app.tdah.auth.session;

import static app.tdah.auth.AuthClient.PASSWORD;
import static app.tdah.auth.AuthClient.json;
import static app.tdah.auth.AuthClient.someEmail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.tdah.auth.AuthClient;
import app.tdah.auth.AuthIntegrationTest;
import app.tdah.auth.TestClock;
import app.tdah.auth.account.Account;
import app.tdah.auth.account.AccountDirectory;
import app.tdah.defaults.events.EventPublisher;
import app.tdah.defaults.web.ProblemException;
import app.tdah.events.SecurityEvent.LoginSucceeded;
import app.tdah.events.SecurityEvent.SessionEnded;
import app.tdah.events.SecurityEvent.SessionRevoked;
import app.tdah.events.SecurityEvent.SessionStarted;
import app.tdah.events.SecurityEvent.TokenReused;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.listener.ChannelTopic;
import org.springframework.data.redis.listener.RedisMessageListenerContainer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

@AuthIntegrationTest
class SessionIntegrationTests {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration PAST_GRACE = Duration.ofSeconds(11);

  @Autowired private AuthClient client;
  @Autowired private MockMvcTester mvc;
  @Autowired private TestClock clock;
  @Autowired private JwtDecoder decoder;
  @Autowired private StringRedisTemplate redis;
  @Autowired private EventPublisher events;
  @Autowired private EndSession end;
  @Autowired private StartSession start;
  @Autowired private AccountDirectory accounts;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionOperations transactions;

  private final String email = someEmail();
  private UUID user;

  @BeforeEach
  void openAccount() {
    user = client.account(email);
  }

  @Test
  void aLoginStartsASessionThatTheGatewayCanSee() {
    JsonNode answer = client.signedIn(email);
    assertThat(answer.get("status").asString()).isEqualTo("AUTHENTICATED");
    assertThat(answer.get("tokenType").asString()).isEqualTo("Bearer");
    assertThat(answer.get("expiresIn").asInt()).isEqualTo(600);
    assertThat(answer.get("user").get("email").asString()).isEqualTo(email);
    assertThat(answer.get("user").get("emailVerified").asBoolean()).isTrue();

    Jwt token = decoder.decode(answer.get("accessToken").asString());
    assertThat(token.getSubject()).isEqualTo(user.toString());
    assertThat(token.getAudience()).containsExactly("personal-assistant");
    assertThat(token.getClaimAsString("iss")).isEqualTo("http://localhost:8080");
    assertThat(token.getClaimAsStringList("roles")).containsExactly("USER");
    assertThat(token.getClaimAsStringList("amr")).containsExactly("pwd");
    assertThat(token.getClaimAsStringList("permissions")).isEmpty();
    assertThat(token.getClaimAsInstant("auth_time")).isNotNull();

    UUID sid = sid(answer);
    assertThat(redis.opsForHash().entries("session:" + sid))
        .containsEntry("userId", user.toString())
        .containsEntry("deviceName", "test phone")
        .containsEntry("amr", "pwd")
        .containsKeys("userAgent", "address", "createdAt", "lastSeenAt");
    assertThat(redis.getExpire("session:" + sid)).isGreaterThan(Duration.ofDays(29).toSeconds());
    assertThat(redis.opsForSet().members("user-sessions:" + user)).contains(sid.toString());
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          assertThat(client.heard(SessionStarted.class))
              .anyMatch(e -> e.sessionId().equals(sid) && e.userId().equals(user));
          assertThat(client.heard(LoginSucceeded.class)).anyMatch(e -> e.sessionId().equals(sid));
        });
  }

  @Test
  void refreshRotatesAndARetryGetsTheSameSuccessor() {
    String first = refreshToken(client.signedIn(email));
    String second = refreshToken(json(client.refresh(first)));
    assertThat(second).isNotEqualTo(first);
    assertThat(refreshToken(json(client.refresh(first)))).isEqualTo(second);
    assertThat(client.refresh(second)).hasStatusOk();
  }

  @Test
  void reuseEndsTheSession() {
    JsonNode session = client.signedIn(email);
    UUID sid = sid(session);
    String first = refreshToken(session);
    String second = refreshToken(json(client.refresh(first)));
    clock.advance(PAST_GRACE);
    assertThat(client.refresh(first))
        .hasStatus(401)
        .bodyJson()
        .extractingPath("code")
        .isEqualTo("invalid-refresh-token");
    assertThat(client.refresh(second)).hasStatus(401);
    assertThat(redis.hasKey("session:" + sid)).isFalse();
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          assertThat(client.heard(TokenReused.class))
              .filteredOn(e -> e.sessionId().equals(sid))
              .hasSize(1);
          assertThat(client.heard(SessionEnded.class))
              .filteredOn(e -> e.sessionId().equals(sid))
              .singleElement()
              .returns("TOKEN_REUSED", SessionEnded::reason);
        });
  }

  @Test
  void reuseEndsTheSessionWithinASecondEverywhere() {
    JsonNode session = client.signedIn(email);
    String sid = sid(session).toString();
    String first = refreshToken(session);
    client.refresh(first);
    clock.advance(PAST_GRACE);
    List<String> told = new CopyOnWriteArrayList<>();
    RedisMessageListenerContainer channel = new RedisMessageListenerContainer();
    channel.setConnectionFactory(Objects.requireNonNull(redis.getConnectionFactory()));
    channel.afterPropertiesSet();
    channel.addMessageListener(
        (message, pattern) -> told.add(new String(message.getBody(), StandardCharsets.UTF_8)),
        ChannelTopic.of("sessions-ended"));
    channel.start();
    try {
      assertThat(client.refresh(first)).hasStatus(401);
      await()
          .atMost(Duration.ofSeconds(1))
          .untilAsserted(() -> {
            assertThat(redis.hasKey("session:" + sid)).isFalse();
            assertThat(told).contains(sid);
          });
    } finally {
      channel.stop();
    }
  }

  @Test
  void aHundredRefreshesGetOneSuccessor() throws InterruptedException {
    String token = refreshToken(client.signedIn(email));
    List<String> successors =
        AuthClient.together(100, () -> refreshToken(json(client.refresh(token))));
    assertThat(successors).hasSize(100).containsOnly(successors.getFirst());
    assertThat(client.refresh(successors.getFirst())).hasStatusOk();
  }

  @Test
  void refreshRestoresASessionAfterRedisWasEmptied() {
    JsonNode session = client.signedIn(email);
    redis.delete(List.of("session:" + sid(session), "user-sessions:" + user));
    assertThat(client.refresh(refreshToken(session))).hasStatusOk();
    assertThat(redis.opsForHash().get("session:" + sid(session), "userId"))
        .isEqualTo(user.toString());
  }

  @Test
  void aSessionThatIsNotUsedExpires() {
    JsonNode session = client.signedIn(email);
    clock.advance(Duration.ofDays(30));
    assertThat(client.refresh(refreshToken(session))).hasStatus(401);
    assertThat(redis.hasKey("session:" + sid(session))).isFalse();
  }

  @Test
  void sessionsThatNobodyUsesEndByThemselves() {
    UUID sid = sid(client.signedIn(email));
    clock.advance(Duration.ofDays(30));
    end.endExpired();
    await().atMost(PATIENCE).until(() -> !redis.hasKey("session:" + sid));
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(client.heard(SessionEnded.class))
                .filteredOn(e -> e.sessionId().equals(sid))
                .singleElement()
                .returns("EXPIRED", SessionEnded::reason));
  }

  @Test
  void whatIsNoLongerNeededIsForgotten() {
    JsonNode session = client.signedIn(email);
    client.refresh(refreshToken(session));
    clock.advance(PAST_GRACE);
    end.forgetSuccessors();
    assertThat(count("refresh_tokens where successor is not null")).isZero();
    assertThat(count("refresh_tokens where family_id = '" + sid(session) + "'")).isEqualTo(2);
    client.post("/logout", Map.of("refreshToken", refreshToken(session)));
    clock.advance(Duration.ofDays(31));
    end.forgetOld();
    assertThat(count("refresh_families where id = '" + sid(session) + "'")).isZero();
    assertThat(count("refresh_tokens where family_id = '" + sid(session) + "'")).isZero();
  }

  @Test
  void logoutEndsTheSession() {
    JsonNode session = client.signedIn(email);
    assertThat(client.post("/logout", Map.of("refreshToken", refreshToken(session))))
        .hasStatus(204);
    assertThat(redis.hasKey("session:" + sid(session))).isFalse();
    assertThat(client.refresh(refreshToken(session))).hasStatus(401);
  }

  @Test
  void anAccessTokenIsEnoughToLogOut() {
    JsonNode session = client.signedIn(email);
    MvcTestResult answer =
        mvc.post()
            .uri("/api/v1/auth/logout")
            .header("Authorization", "Bearer " + session.get("accessToken").asString())
            .exchange();
    assertThat(answer).hasStatus(204);
    assertThat(client.refresh(refreshToken(session))).hasStatus(401);
  }

  @Test
  void browsersGetACookieThatScriptsCannotRead() {
    MvcTestResult login = client.post("/login", Map.of("email", email, "password", PASSWORD));
    assertThat(json(login).has("refreshToken")).isFalse();
    assertThat(login.getResponse().getHeaders("Set-Cookie"))
        .filteredOn(header -> header.startsWith("refresh_token="))
        .singleElement()
        .asString()
        .contains("Path=/api/v1/auth;", "HttpOnly", "Secure", "SameSite=Strict", "Max-Age=");

    Cookie cookie = login.getResponse().getCookie("refresh_token");
    MvcTestResult refreshed = mvc.post().uri("/api/v1/auth/refresh").cookie(cookie).exchange();
    assertThat(refreshed).hasStatusOk();
    assertThat(json(refreshed).has("refreshToken")).isFalse();
    Cookie next = refreshed.getResponse().getCookie("refresh_token");
    assertThat(next.getValue()).isNotEqualTo(cookie.getValue());

    MvcTestResult out = mvc.post().uri("/api/v1/auth/logout").cookie(next).exchange();
    assertThat(out.getResponse().getCookie("refresh_token").getMaxAge()).isZero();
    MvcTestResult refused = mvc.post().uri("/api/v1/auth/refresh").cookie(next).exchange();
    assertThat(refused).hasStatus(401);
    assertThat(refused.getResponse().getCookie("refresh_token").getMaxAge()).isZero();
    assertThat(mvc.post().uri("/api/v1/auth/refresh").exchange()).hasStatus(401);
  }

  @Test
  void aRevokedSessionEnds() {
    JsonNode session = client.signedIn(email);
    for (int i = 0; i < 2; i++) {
      transactions.executeWithoutResult(
          status -> events.publish(new SessionRevoked(user, sid(session))));
    }
    await().atMost(PATIENCE).until(() -> !redis.hasKey("session:" + sid(session)));
    assertThat(client.refresh(refreshToken(session))).hasStatus(401);
  }

  @Test
  void aRefreshDoesNotBringBackASessionWhoseEndIsOnlyInRedisYet() {
    JsonNode session = client.signedIn(email);
    redis.opsForValue().set("ended-session:" + sid(session), "1", Duration.ofMinutes(1));
    redis.delete("session:" + sid(session));
    assertThat(client.refresh(refreshToken(session))).hasStatus(401);
    assertThat(redis.hasKey("session:" + sid(session))).isFalse();
  }

  @Test
  void aLoginThatAnotherPasswordOvertookStartsNothing() {
    Account seen = accounts.find(user).orElseThrow();
    client.post("/password/forgot", Map.of("email", email));
    String token = client.tokenMailedTo(email, "password-reset", 0);
    assertThat(
            client.post(
                "/password/reset",
                Map.of("token", token, "newPassword", "seven purple otters, dancing")))
        .hasStatus(204);
    assertThatThrownBy(() -> start.start(seen, new Device(null, null, "192.0.2.1"), List.of("pwd")))
        .isInstanceOf(ProblemException.class);
    assertThat(count("refresh_families where account_id = '" + user + "'")).isZero();
  }

  @Test
  void theConfiguredOwnerHasTheRole() {
    String owner = "owner@example.org";
    if (client.login(owner, PASSWORD).getResponse().getStatus() != 200) {
      client.account(owner);
    }
    Jwt token = decoder.decode(client.signedIn(owner).get("accessToken").asString());
    assertThat(token.getClaimAsStringList("roles")).containsExactly("USER", "OWNER");
  }

  private int count(String rows) {
    return jdbc.sql("select count(*) from " + rows).query(Integer.class).single();
  }

  private UUID sid(JsonNode session) {
    return UUID.fromString(
        decoder.decode(session.get("accessToken").asString()).getClaimAsString("sid"));
  }

  private static String refreshToken(JsonNode session) {
    return session.get("refreshToken").asString();
  }
}
