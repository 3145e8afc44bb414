package app.tdah.auth.factor;

import static app.tdah.auth.AuthClient.PASSWORD;
import static app.tdah.auth.AuthClient.json;
import static app.tdah.auth.AuthClient.someEmail;
import static app.tdah.auth.AuthClient.together;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tdah.auth.AuthClient;
import app.tdah.auth.AuthIntegrationTest;
import app.tdah.auth.TestClock;
import app.tdah.auth.token.OpaqueToken;
import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.events.EventPublisher;
import app.tdah.events.CommunicationEvent.NotificationRequested;
import app.tdah.events.DomainEvent;
import app.tdah.events.SecurityEvent.MfaChanged;
import app.tdah.events.UserEvent.PhoneRemoved;
import app.tdah.events.UserEvent.PhoneVerified;
import com.warrenstrange.googleauth.GoogleAuthenticator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

@AuthIntegrationTest
class FactorChangeIntegrationTests {

  @Autowired private AuthClient client;
  @Autowired private MockMvcTester mvc;
  @Autowired private TestClock clock;
  @Autowired private JdbcClient jdbc;
  @Autowired private EventPublisher events;
  @Autowired private FieldCipher cipher;
  @Autowired private TransactionOperations transactions;
  @Autowired private TrustedDevices devices;
  @Autowired private TotpFactors totp;

  private final GoogleAuthenticator app = new GoogleAuthenticator();
  private final String email = someEmail();
  private JsonNode session;
  private UUID user;

  @BeforeEach
  void signIn() {
    session = client.signedIn(client.verified(email));
    user = UUID.fromString(session.at("/user/id").asString());
  }

  @Test
  void theLastPhoneTakesAlongAllThatHungOnIt() {
    UUID phone = verifyPhone();
    UUID other = verifyPhone();
    assertThat(codesOf(client.postAs(session, "/mfa/sms", Map.of()))).hasSize(10);
    OpaqueToken device = OpaqueToken.generate();
    transactions.executeWithoutResult(status -> devices.trust(user, device, null, null));

    publish(new PhoneRemoved(user, other));
    await().until(() -> factors().at("/sms/phoneNumbers").size() == 1);
    assertThat(factors().at("/backupCodes/remaining").asInt()).isEqualTo(10);
    assertThat(factors().get("trustedDevices")).hasSize(1);

    publish(new PhoneRemoved(user, phone));
    await().until(() -> !factors().at("/sms/enabled").asBoolean());
    assertThat(factors().at("/backupCodes/remaining").asInt()).isZero();
    assertThat(factors().get("trustedDevices")).isEmpty();
    await()
        .untilAsserted(() ->
            assertThat(client.heard(MfaChanged.class))
                .filteredOn(it -> it.userId().equals(user))
                .containsExactly(
                    new MfaChanged(user, "SMS", "ADDED"), new MfaChanged(user, "SMS", "REMOVED")));
    await()
        .untilAsserted(() ->
            assertThat(client.heard(NotificationRequested.class))
                .filteredOn(it -> user.equals(it.userId()))
                .filteredOn(it -> it.template().equals("factor-changed"))
                .hasSize(2));
  }

  @Test
  void aPhoneThatWasNotTheLastFactorLeavesTheBackupCodes() {
    UUID phone = verifyPhone();
    assertThat(codesOf(client.postAs(session, "/mfa/sms", Map.of()))).hasSize(10);
    assertThat(codesOf(confirm(beginTotp()))).isEmpty();
    publish(new PhoneRemoved(user, phone));
    await().until(() -> !factors().at("/sms/enabled").asBoolean());
    assertThat(factors().at("/backupCodes/remaining").asInt()).isEqualTo(10);
  }

  @Test
  void ofTwoFirstFactorsOneBringsTheCodes() throws InterruptedException {
    verifyPhone();
    String secret = beginTotp();
    var setUps = new ConcurrentLinkedQueue<Runnable>();
    var shown = new ConcurrentLinkedQueue<List<String>>();
    setUps.add(() -> shown.add(codesOf(confirm(secret))));
    setUps.add(() -> shown.add(codesOf(client.postAs(session, "/mfa/sms", Map.of()))));
    together(
        2,
        () -> {
          setUps.remove().run();
          return true;
        });
    assertThat(shown).extracting(List::size).containsExactlyInAnyOrder(0, 10);
    assertThat(factors().at("/backupCodes/remaining").asInt()).isEqualTo(10);
    String code = shown.stream().flatMap(List::stream).findFirst().orElseThrow();
    String challenge = json(client.login(email, PASSWORD)).get("challengeId").asString();
    assertThat(
            client.post(
                "/mfa/challenges/" + challenge, Map.of("method", "BACKUP_CODE", "code", code)))
        .hasStatusOk();
  }

  @Test
  void aCodeOfAnOlderSecretDoesNotEnableANewerOne() {
    String older = beginTotp();
    AtomicReference<CompletableFuture<MvcTestResult>> confirmed = new AtomicReference<>();
    transactions.executeWithoutResult(status -> {
      jdbc.sql("select account_id from totp_factors where account_id = ? for update")
          .param(user)
          .query(UUID.class)
          .single();
      confirmed.set(CompletableFuture.supplyAsync(() -> confirm(older)));
      await().until(this::somebodyWaitsForTheSecret);
      assertThat(totp.begin(user)).isPresent();
    });
    assertThat(confirmed.get().join()).hasStatus(400);
    assertThat(factors().at("/totp/enabled").asBoolean()).isFalse();
  }

  private boolean somebodyWaitsForTheSecret() {
    return jdbc.sql(
            """
            select exists (select from pg_stat_activity
             where wait_event_type = 'Lock' and query like 'update totp_factors%')
            """)
        .query(Boolean.class)
        .single();
  }

  private String beginTotp() {
    return json(client.postAs(session, "/mfa/totp", Map.of())).get("secret").asString();
  }

  private MvcTestResult confirm(String secret) {
    String code = "%06d".formatted(app.getTotpPassword(secret, clock.millis()));
    return client.postAs(session, "/mfa/totp/confirm", Map.of("code", code));
  }

  private static List<String> codesOf(MvcTestResult result) {
    assertThat(result).hasStatusOk();
    return json(result).get("backupCodes").valueStream().map(JsonNode::asString).toList();
  }

  private UUID verifyPhone() {
    UUID phone = UUID.randomUUID();
    int before = factors().at("/sms/phoneNumbers").size();
    publish(new PhoneVerified(user, phone, cipher.seal("+12125550134"), before == 0));
    await().until(() -> factors().at("/sms/phoneNumbers").size() == before + 1);
    return phone;
  }

  private void publish(DomainEvent event) {
    transactions.executeWithoutResult(status -> events.publish(event));
  }

  private JsonNode factors() {
    return json(
        mvc.get()
            .uri("/api/v1/auth/mfa")
            .header("Authorization", "Bearer " + session.get("accessToken").asString())
            .exchange());
  }
}
