package app.tdah.auth.account;

import static app.tdah.auth.AuthClient.PASSWORD;
import static app.tdah.auth.AuthClient.json;
import static app.tdah.auth.AuthClient.someEmail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tdah.auth.AuthClient;
import app.tdah.auth.AuthIntegrationTest;
import app.tdah.auth.TestClock;
import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.events.EventPublisher;
import app.tdah.events.UserEvent;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

@AuthIntegrationTest
class RegistrationIntegrationTests {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Autowired private AuthClient client;
  @Autowired private TestClock clock;
  @Autowired private JdbcClient jdbc;
  @Autowired private FieldCipher cipher;
  @Autowired private EventPublisher events;
  @Autowired private TransactionOperations transactions;

  @Test
  void tellsOfANewAccountAndKeepsTheAddressSecret() {
    String email = someEmail();
    MvcTestResult answer = client.register("  " + email.toUpperCase() + " ", PASSWORD);
    assertThat(answer).hasStatus(400); // spaces are not part of an address

    answer = client.register(email.toUpperCase(), PASSWORD);
    assertThat(answer).hasStatus(201);
    UUID id = UUID.fromString(json(answer).get("userId").asString());
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(client.heard(UserEvent.Registered.class))
                .filteredOn(e -> e.userId().equals(id))
                .singleElement()
                .satisfies(e -> {
                  assertThat(cipher.open(e.email())).isEqualTo(email);
                  assertThat(e.locale()).isEqualTo("pt");
                  assertThat(e.timeZone()).isEqualTo("America/Sao_Paulo");
                }));
    String row =
        jdbc.sql("select accounts::text from accounts where id = ?")
            .param(id)
            .query(String.class)
            .single();
    assertThat(row).doesNotContain(email).contains("$argon2id$v=19$m=19456,t=2,p=1$");
  }

  @Test
  void aLinkConfirmsTheAddressOnce() {
    String email = someEmail();
    assertThat(client.register(email, PASSWORD)).hasStatus(201);
    String token = client.tokenMailedTo(email, 0);
    assertThat(client.login(email, PASSWORD))
        .hasStatus(401)
        .bodyJson()
        .extractingPath("code")
        .isEqualTo("invalid-credentials");

    JsonNode mail = client.mailsTo(email, "email-verification").getFirst();
    assertThat(mail.get("link").asString())
        .isEqualTo("http://localhost:8080/verify?token=" + token);
    assertThat(client.post("/email/verify", Map.of("token", token))).hasStatus(204);
    assertThat(client.login(email, PASSWORD)).hasStatusOk();
    assertThat(client.post("/email/verify", Map.of("token", token)))
        .hasStatus(400)
        .bodyJson()
        .extractingPath("code")
        .isEqualTo("invalid-token");
  }

  @Test
  void aLinkDiesAfterADay() {
    String email = someEmail();
    client.register(email, PASSWORD);
    String token = client.tokenMailedTo(email, 0);
    clock.advance(Duration.ofHours(24));
    assertThat(client.post("/email/verify", Map.of("token", token))).hasStatus(400);
    assertThat(client.post("/email/verify/resend", Map.of("email", email))).hasStatus(202);
    assertThat(client.post("/email/verify", Map.of("token", client.tokenMailedTo(email, 1))))
        .hasStatus(204);
  }

  @Test
  void oneOfAHundredRegistrationsOpensTheAccount() throws InterruptedException {
    String email = someEmail();
    List<Integer> statuses =
        AuthClient.together(100, () -> client.register(email, PASSWORD).getResponse().getStatus());
    assertThat(statuses).hasSize(100).containsOnly(201);
    await()
        .atMost(PATIENCE)
        .until(() ->
            jdbc.sql("select count(*) from address_requests").query(Integer.class).single() == 0);
    Integer accounts =
        jdbc.sql("select count(*) from accounts where email_index = ?")
            .param(cipher.blindIndex(email))
            .query(Integer.class)
            .single();
    assertThat(accounts).isEqualTo(1);
    client.tokenMailedTo(email, 2);
    assertThat(client.mailsTo(email, "email-verification")).hasSize(3); // and no flood
  }

  @Test
  void aTakenAddressGetsTheSameAnswerAndItsOwnerANotice() {
    String email = someEmail();
    UUID id = client.account(email);
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < 3; i++) {
      MvcTestResult answer = client.register(email, "another password, quite long");
      assertThat(answer).hasStatus(201);
      ids.add(json(answer).get("userId").asString());
    }
    assertThat(ids).hasSize(3).doesNotContain(id.toString());
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(client.mailsTo(email, "account-exists")).hasSize(1));
    assertThat(client.login(email, PASSWORD)).hasStatusOk();
  }

  @Test
  void whoRegistersSomebodyElsesAddressDoesNotChooseTheirPassword() {
    String email = someEmail();
    client.register(email, "the thief's password is long");
    client.tokenMailedTo(email, 0);
    client.register(email, PASSWORD);
    String own = client.tokenMailedTo(email, 1);
    assertThat(client.post("/email/verify", Map.of("token", own))).hasStatus(204);
    assertThat(client.login(email, PASSWORD)).hasStatusOk();
    assertThat(client.login(email, "the thief's password is long")).hasStatus(401);
    assertThat(client.post("/email/verify", Map.of("token", client.tokenMailedTo(email, 0))))
        .hasStatus(400);
  }

  @Test
  void anotherLinkDoesNotConfirmWhicheverOfSeveralPasswords() {
    String email = someEmail();
    client.register(email, "the thief's password is long");
    client.tokenMailedTo(email, 0);
    client.register(email, PASSWORD);
    client.tokenMailedTo(email, 1);
    assertThat(client.post("/email/verify/resend", Map.of("email", email))).hasStatus(202);
    chooseByMail(email);
    assertThat(client.mailsTo(email, "email-verification")).hasSize(2);
    assertThat(client.login(email, PASSWORD)).hasStatusOk();
    assertThat(client.login(email, "the thief's password is long")).hasStatus(401);
  }

  @Test
  void aFloodOfRegistrationsLeavesTheOwnerAWayIn() {
    String email = someEmail();
    for (int i = 0; i < 3; i++) {
      client.register(email, "the thief's password is long");
      client.tokenMailedTo(email, i);
    }
    client.register(email, PASSWORD);
    chooseByMail(email);
    assertThat(client.login(email, PASSWORD)).hasStatusOk();
  }

  private void chooseByMail(String email) {
    String token = client.tokenMailedTo(email, "password-reset", 0);
    assertThat(client.post("/password/reset", Map.of("token", token, "newPassword", PASSWORD)))
        .hasStatus(204);
  }

  @Test
  void refusesWeakPasswordsByField() {
    for (String weak : List.of("short", "passwordpassword", "x".repeat(129))) {
      assertThat(client.register(someEmail(), weak))
          .hasStatus(400)
          .bodyJson()
          .extractingPath("errors[0].field")
          .isEqualTo("password");
    }
  }

  @Test
  void followsTheProfile() {
    String email = someEmail();
    UUID id = client.account(email);
    transactions.executeWithoutResult(status -> {
      events.publish(new UserEvent.ProfileUpdated(id, "Ana María"));
      events.publish(new UserEvent.PreferencesUpdated(id, "es", "Europe/Madrid"));
    });
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          JsonNode user = client.signedIn(email).get("user");
          assertThat(user.get("displayName").asString()).isEqualTo("Ana María");
          assertThat(user.get("locale").asString()).isEqualTo("es");
          assertThat(user.get("timeZone").asString()).isEqualTo("Europe/Madrid");
        });
  }
}
