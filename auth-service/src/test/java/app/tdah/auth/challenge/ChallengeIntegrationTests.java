package app.tdah.auth.challenge;

import static app.tdah.auth.AuthClient.PASSWORD;
import static app.tdah.auth.AuthClient.json;
import static app.tdah.auth.AuthClient.someEmail;
import static app.tdah.auth.AuthClient.together;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tdah.auth.AuthClient;
import app.tdah.auth.AuthIntegrationTest;
import app.tdah.auth.TestClock;
import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.events.EventPublisher;
import app.tdah.events.UserEvent.PhoneVerified;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@AuthIntegrationTest
class ChallengeIntegrationTests {

  private static final String ADDRESS = "198.51.100.77";

  @Autowired private AuthClient client;
  @Autowired private MockMvcTester mvc;
  @Autowired private TestClock clock;
  @Autowired private JdbcClient jdbc;
  @Autowired private EventPublisher events;
  @Autowired private FieldCipher cipher;
  @Autowired private StringRedisTemplate redis;
  @Autowired private TransactionOperations transactions;

  private final String email = someEmail();
  private UUID user;
  private List<String> backupCodes;

  @BeforeEach
  void takeCodesByText() {
    JsonNode session = client.signedIn(client.verified(email));
    user = UUID.fromString(session.at("/user/id").asString());
    transactions.executeWithoutResult(status ->
        events.publish(
            new PhoneVerified(user, UUID.randomUUID(), cipher.seal("+12125550134"), true)));
    await().until(() -> count("select count(*) from verified_phones where account_id = ?") == 1);
    MvcTestResult enabled = client.postAs(session, "/mfa/sms", Map.of());
    assertThat(enabled).hasStatusOk();
    backupCodes = json(enabled).get("backupCodes").valueStream().map(JsonNode::asString).toList();
  }

  @AfterEach
  void goOn() {
    clock.start();
    redis.delete("throttle:address:" + ADDRESS);
  }

  @Test
  void ofManyRequestsAtOnceSixAreTexted() throws InterruptedException {
    var challenges = new ConcurrentLinkedQueue<String>();
    for (int i = 0; i < 20; i++) {
      challenges.add(challenge());
    }
    List<Integer> statuses =
        together(20, () -> send(challenges.remove()).getResponse().getStatus());
    assertThat(statuses).filteredOn(status -> status == 202).hasSize(6);
    assertThat(statuses).filteredOn(status -> status == 429).hasSize(14);
  }

  @Test
  void aTextedCodeTellsHowLongItWorksAndWhenTheNextMayCome() {
    clock.stop();
    String challenge = challenge();
    assertSent(send(challenge), 300);
    clock.advance(Duration.ofSeconds(20));
    assertWaits(send(challenge), "40");
    clock.advance(Duration.ofSeconds(40));
    assertSent(send(challenge), 240);
    clock.advance(Duration.ofSeconds(60));
    assertSent(send(challenge), 180);
    clock.advance(Duration.ofSeconds(60));
    assertWaits(send(challenge), null); // however long it waits

    String other = challenge();
    assertSent(send(other), 300);
    clock.advance(Duration.ofSeconds(60));
    assertSent(send(other), 240);
    clock.advance(Duration.ofSeconds(60));
    assertSent(send(other), 180);
    clock.advance(Duration.ofSeconds(10));
    assertWaits(send(challenge()), "3410"); // an hour after the last of the first three
    clock.advance(Duration.ofSeconds(3409));
    String last = challenge();
    assertWaits(send(last), "1");
    clock.advance(Duration.ofSeconds(1));
    assertSent(send(last), 299);
  }

  @Test
  void aTextThatWouldComeTooLateForItsChallengeIsNotPromised() {
    clock.stop();
    String challenge = challenge();
    clock.advance(Duration.ofSeconds(250));
    assertSent(send(challenge), 50);
    clock.advance(Duration.ofSeconds(10));
    assertWaits(send(challenge), null);
  }

  @Test
  void whoHasToWaitLosesNoAttempt() {
    String challenge = challenge();
    redis.opsForValue().set("throttle:address:" + ADDRESS, "1", Duration.ofSeconds(90));
    for (int i = 0; i < 6; i++) {
      assertThat(answer(challenge, backupCodes.getFirst())).hasStatus(429);
    }
    redis.delete("throttle:address:" + ADDRESS);
    assertThat(answer(challenge, backupCodes.getFirst())).hasStatusOk();
  }

  @Test
  void aCodeIsSpentWithItsSessionOrNotAtAll() {
    String challenge = challenge();
    suspend(true);
    assertThat(answer(challenge, backupCodes.getFirst()).getResponse().getStatus())
        .isBetween(400, 499);
    assertThat(count("select count(*) from backup_codes where account_id = ? and used_at is null"))
        .isEqualTo(10);
    suspend(false);
    assertThat(answer(challenge, backupCodes.getFirst())).hasStatusOk();
    assertThat(answer(challenge, backupCodes.getLast())).hasStatus(410);
    assertThat(count("select count(*) from backup_codes where account_id = ? and used_at is null"))
        .isEqualTo(9);
  }

  private void assertSent(MvcTestResult result, int expiresIn) {
    assertThat(result).hasStatus(202);
    assertThat(json(result).get("expiresIn").asInt()).isEqualTo(expiresIn);
    assertThat(json(result).get("resendAfter").asInt()).isEqualTo(60);
  }

  private void assertWaits(MvcTestResult result, String seconds) {
    assertThat(result).hasStatus(429);
    assertThat(result.getResponse().getHeader("Retry-After")).isEqualTo(seconds);
  }

  private String challenge() {
    return json(client.login(email, PASSWORD)).get("challengeId").asString();
  }

  private MvcTestResult send(String challenge) {
    return client.post("/mfa/challenges/" + challenge + "/sms", Map.of());
  }

  private MvcTestResult answer(String challenge, String code) {
    return mvc.post()
        .uri("/api/v1/auth/mfa/challenges/" + challenge)
        .with(http -> {
          http.setRemoteAddr(ADDRESS);
          return http;
        })
        .contentType(MediaType.APPLICATION_JSON)
        .content(
            JsonMapper.shared().writeValueAsString(Map.of("method", "BACKUP_CODE", "code", code)))
        .exchange();
  }

  private void suspend(boolean yes) {
    jdbc.sql("update accounts set suspended_at = case when ? then now() end where id = ?")
        .param(yes)
        .param(user)
        .update();
  }

  private int count(String sql) {
    return jdbc.sql(sql).param(user).query(Integer.class).single();
  }
}
